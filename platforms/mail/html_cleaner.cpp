// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/html_cleaner.h"

#include "platforms/mail/html_tree.h"
#include "platforms/mail/mail_words.h"
#include "platforms/mail/text_flow.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parley::platforms::mail {

namespace {

constexpr int kDeepest = 256; ///< elements within elements; what is deeper comes as text

enum class Fate { Keep, Unwrap, Drop };

struct TagRule {
    const char *name;
    bool block; ///< stands on lines of its own
};

constexpr std::array kKept{
    TagRule{"p", true},
    TagRule{"br", false},
    TagRule{"div", true},
    TagRule{"span", false},
    TagRule{"b", false},
    TagRule{"strong", false},
    TagRule{"i", false},
    TagRule{"em", false},
    TagRule{"u", false},
    TagRule{"s", false},
    TagRule{"strike", false},
    TagRule{"del", false},
    TagRule{"ins", false},
    TagRule{"sub", false},
    TagRule{"sup", false},
    TagRule{"h1", true},
    TagRule{"h2", true},
    TagRule{"h3", true},
    TagRule{"h4", true},
    TagRule{"h5", true},
    TagRule{"h6", true},
    TagRule{"ul", true},
    TagRule{"ol", true},
    TagRule{"li", true},
    TagRule{"dl", true},
    TagRule{"dt", true},
    TagRule{"dd", true},
    TagRule{"pre", true},
    TagRule{"code", false},
    TagRule{"tt", false},
    TagRule{"kbd", false},
    TagRule{"hr", true},
    TagRule{"table", true},
    TagRule{"thead", false},
    TagRule{"tbody", false},
    TagRule{"tfoot", false},
    TagRule{"tr", true},
    TagRule{"td", false},
    TagRule{"th", false},
    TagRule{"caption", true},
    TagRule{"center", true},
    TagRule{"q", false},
    TagRule{"small", false},
    TagRule{"big", false},
};

// With all that is in them.
constexpr std::array kDropped{"script", "style", "head", "title", "meta", "link", "base", "object", "embed", "applet",
    "iframe", "frame", "frameset", "template", "svg", "math", "input", "button", "select", "textarea", "datalist",
    "audio", "video", "canvas", "noframes", "dialog", "progress", "meter", "param", "source", "track", "portal", "xml"};

bool isDropped(const QByteArray &tag)
{
    return std::ranges::any_of(kDropped, [&tag](const char *dropped) { return tag == dropped; });
}

QString attribute(const GumboElement &element, const char *name)
{
    const auto *found = gumbo_get_attribute(&element.attributes, name);
    return found ? QString::fromUtf8(found->value) : QString();
}

QByteArray tagName(const GumboElement &element)
{
    if (element.tag != GUMBO_TAG_UNKNOWN)
        return element.tag_namespace == GUMBO_NAMESPACE_HTML ? QByteArray(gumbo_normalized_tagname(element.tag))
                                                             : QByteArray("svg");
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return QByteArray(piece.data, qsizetype(std::min<size_t>(piece.length, 32))).toLower();
}

// "display: none" and its kin, without white space and in small letters.
QString styleOf(const GumboElement &element)
{
    auto style = attribute(element, "style").left(4096).toLower();
    style.remove(QRegularExpression(u"\\s"_s));
    return style;
}

bool isHidden(const GumboElement &element, const QString &style)
{
    if (gumbo_get_attribute(&element.attributes, "hidden"))
        return true;
    static const QRegularExpression hiding(
        u"(^|;)(display:none|visibility:hidden|mso-hide:all|font-size:0(px|pt|em|%)?(;|!|$)|opacity:0(\\.0*)?(;|!|$)|max-height:0(px)?(;|!|$))"_s);
    return hiding.match(style).hasMatch();
}

QString keptStyle(const QString &style)
{
    static const QRegularExpression wanted(
        u"(?:^|;)(font-weight:(?:bold|bolder|[6-9]00)|font-style:italic|text-decoration:(?:underline|line-through)|text-align:(?:left|right|center|justify))(?=;|!|$)"_s);
    QString kept;
    for (auto matches = wanted.globalMatch(style); matches.hasNext();)
        kept += (kept.isEmpty() ? QString() : u";"_s) + matches.next().captured(1);
    return kept;
}

bool hasClass(const GumboElement &element, QLatin1String name)
{
    return attribute(element, "class").contains(name, Qt::CaseInsensitive);
}

// What mail programs wrap an earlier mail in.
bool isQuote(const GumboElement &element, const QByteArray &tag)
{
    if (tag == "blockquote") {
        return !attribute(element, "style").contains("margin:0 0 0 40px"_L1); // Gmail's indent button
    }
    return tag == "div"
        && (hasClass(element, "gmail_quote"_L1) || hasClass(element, "yahoo_quoted"_L1)
            || hasClass(element, "protonmail_quote"_L1) || hasClass(element, "moz-forward-container"_L1));
}

// Outlook writes a rule and puts the earlier mail behind it, not into anything.
bool beginsQuote(const GumboElement &element)
{
    const auto id = attribute(element, "id").toLower();
    return id == "divrplyfwdmsg"_L1 || id == "appendonsend"_L1 || id == "x_divrplyfwdmsg"_L1
        || id.startsWith("stopspelling"_L1);
}

int pixels(const GumboElement &element, const char *name)
{
    bool ok = false;
    const int value = attribute(element, name).remove("px"_L1).toInt(&ok);
    return ok ? value : -1;
}

QString quoted(const QString &text)
{
    return text.toHtmlEscaped();
}

class Cleaner
{
public:
    CleanHtml clean(const GumboNode *root)
    {
        children(root, 0);
        m_result.text = m_flow.take();
        return std::move(m_result);
    }

private:
    void node(const GumboNode *node, int depth);
    void element(const GumboNode *node, int depth);
    void children(const GumboNode *node, int depth);
    void kept(const GumboNode *node, const TagRule &rule, const QString &style, int depth);
    void textOnly(const GumboNode *node);
    void text(const char *bytes);
    void link(const GumboNode *node, int depth);
    void image(const GumboElement &element);
    void quote(const GumboNode *node, int depth);
    void openQuote();
    void closeQuote();

    CleanHtml m_result;
    TextFlow m_flow;
    QString *m_linkText = nullptr; ///< where the words of the link under way are gathered
    bool m_pre = false;
};

void Cleaner::text(const char *bytes)
{
    auto words = QString::fromUtf8(bytes);
    if (m_linkText)
        *m_linkText += words;
    words = showDirectionMarks(words, m_linkText != nullptr);
    m_flow.add(words, m_pre);
    m_result.html += quoted(words);
}

void Cleaner::children(const GumboNode *node, int depth)
{
    const auto &list = node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children : node->v.element.children;
    bool quoting = false;
    for (unsigned i = 0; i < list.length; ++i) {
        const auto *child = static_cast<const GumboNode *>(list.data[i]);
        if (!quoting && child->type == GUMBO_NODE_ELEMENT && beginsQuote(child->v.element)) {
            quoting = true;
            openQuote();
        }
        this->node(child, depth);
    }
    if (quoting)
        closeQuote();
}

void Cleaner::node(const GumboNode *node, int depth)
{
    switch (node->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
        text(node->v.text.text);
        break;
    case GUMBO_NODE_ELEMENT:
        if (depth < kDeepest)
            element(node, depth + 1);
        else
            textOnly(node);
        break;
    case GUMBO_NODE_DOCUMENT:
    case GUMBO_NODE_COMMENT:
    case GUMBO_NODE_TEMPLATE:
        break;
    }
}

// What is nested too deep comes without its tags, by a loop instead of recursion.
void Cleaner::textOnly(const GumboNode *node)
{
    std::vector<const GumboNode *> pending{node};
    while (!pending.empty()) {
        const auto *next = pending.back();
        pending.pop_back();
        if (next->type == GUMBO_NODE_TEXT || next->type == GUMBO_NODE_WHITESPACE) {
            text(next->v.text.text);
        } else if (next->type == GUMBO_NODE_ELEMENT && !isDropped(tagName(next->v.element))) {
            const auto &list = next->v.element.children;
            for (unsigned i = list.length; i > 0; --i)
                pending.push_back(static_cast<const GumboNode *>(list.data[i - 1]));
        }
    }
}

void Cleaner::element(const GumboNode *node, int depth)
{
    const auto &element = node->v.element;
    const auto tag = tagName(element);
    const auto style = styleOf(element);
    if (isDropped(tag) || isHidden(element, style))
        return;
    if (tag == "a")
        return link(node, depth);
    if (tag == "img")
        return image(element);
    if (isQuote(element, tag))
        return quote(node, depth);
    const auto rule = std::ranges::find_if(kKept, [&tag](const TagRule &candidate) { return tag == candidate.name; });
    if (rule == kKept.end())
        return children(node, depth); // html, body, form, font, section, anything unknown: its content only
    kept(node, *rule, style, depth);
}

void Cleaner::kept(const GumboNode *node, const TagRule &rule, const QString &style, int depth)
{
    const QLatin1String tag(rule.name);
    if (tag == "br"_L1 || tag == "hr"_L1) {
        m_result.html += u'<' + QString(tag) + u'>';
        tag == "br"_L1 ? m_flow.lineBreak() : m_flow.block();
        return;
    }
    if (rule.block)
        tag == "p"_L1 || tag.startsWith(u'h') ? m_flow.paragraph() : m_flow.block();
    m_result.html += u'<' + QString(tag);
    if (const auto styles = keptStyle(style); !styles.isEmpty())
        m_result.html += u" style=\""_s + styles + u'"';
    if (tag == "td"_L1 || tag == "th"_L1) {
        for (const auto *name : {"colspan", "rowspan"}) {
            if (const int span = pixels(node->v.element, name); span > 1 && span <= 100)
                m_result.html += u" %1=\"%2\""_s.arg(QLatin1String(name)).arg(span);
        }
        m_flow.add(u" ", false);
    } else if (tag == "li"_L1) {
        m_flow.add(u"• ", false);
    }
    m_result.html += u'>';
    const bool wasPre = std::exchange(m_pre, m_pre || tag == "pre"_L1);
    children(node, depth);
    m_pre = wasPre;
    m_result.html += u"</"_s + tag + u'>';
    if (rule.block)
        tag == "p"_L1 || tag.startsWith(u'h') ? m_flow.paragraph() : m_flow.block();
}

void Cleaner::openQuote()
{
    m_result.html += u"<blockquote class=\"parley-quote\">"_s;
    m_flow.quote(true);
}

void Cleaner::closeQuote()
{
    m_result.html += u"</blockquote>"_s;
    m_flow.quote(false);
}

void Cleaner::quote(const GumboNode *node, int depth)
{
    openQuote();
    children(node, depth);
    closeQuote();
}

// The first thing in a link's words that looks like a host: "www.bank.test/login" → "bank.test".
QString hostInWords(const QString &words)
{
    static const QRegularExpression looksLikeHost(
        u"(?:^|[\\s/@(])(?:www\\.)?((?:[\\w-]+\\.)+[a-zа-я]{2,})(?=$|[\\s/:?#)])"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return looksLikeHost.match(words.left(2000)).captured(1).toLower();
}

bool overridesDirection(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) {
        const auto code = c.unicode();
        return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E
            || code == 0x200F || code == 0x061C;
    });
}

void Cleaner::link(const GumboNode *node, int depth)
{
    static const std::array schemes{u"http"_s, u"https"_s, u"mailto"_s, u"tel"_s};
    const auto href = attribute(node->v.element, "href").trimmed();
    const QUrl target(href);
    const bool allowed = href.size() <= 8192 && target.isValid()
        && std::ranges::find(schemes, target.scheme().toLower()) != schemes.end();
    if (!allowed || m_linkText)
        return children(node, depth);
    const auto address = target.toString(QUrl::FullyEncoded);
    m_result.html += u"<a href=\"%1\" title=\"%2\">"_s.arg(quoted(address), quoted(showDirectionMarks(href, true)));
    QString words;
    m_linkText = &words;
    children(node, depth);
    m_linkText = nullptr;
    m_result.html += u"</a>"_s;
    const auto host = target.host(QUrl::FullyEncoded).toLower();
    const auto shown = hostInWords(words);
    const bool pretends = !shown.isEmpty() && !host.isEmpty() && host != shown && !host.endsWith(u'.' + shown);
    if (pretends || overridesDirection(words) || overridesDirection(href)) {
        const auto told = host.isEmpty() ? address : host;
        m_result.html += u" <span class=\"parley-link-target\">[%1]</span>"_s.arg(quoted(told));
        m_flow.add(u" [%1]"_s.arg(told), false);
    } else if (!host.isEmpty() && !words.contains(host) && address.size() <= 200) {
        m_flow.add(u" <%1>"_s.arg(address), false);
    }
}

void Cleaner::image(const GumboElement &element)
{
    const auto source = attribute(element, "src").trimmed();
    const auto alt = showDirectionMarks(attribute(element, "alt").simplified().left(500), false);
    const int width = pixels(element, "width");
    const int height = pixels(element, "height");
    if ((width >= 0 && width <= 2) || (height >= 0 && height <= 2))
        return; // a tracking pixel, or a spacer
    const auto words = alt.isEmpty() ? MailWords::tr("image") : alt;
    if (source.startsWith("cid:"_L1, Qt::CaseInsensitive) && source.size() < 1000) {
        m_result.html += u"<img src=\"cid:%1\" alt=\"%2\""_s.arg(quoted(source.mid(4)), quoted(words));
        if (width > 0 && width <= 4000)
            m_result.html += u" width=\"%1\""_s.arg(width);
        m_result.html += u'>';
    } else {
        ++m_result.remoteImages;
        const auto address = source.startsWith("data:"_L1, Qt::CaseInsensitive)
            ? u"data:"_s
            : showDirectionMarks(source.left(2000), true);
        m_result.html +=
            u"<span class=\"parley-remote-image\" title=\"%1\">[%2]</span>"_s.arg(quoted(address), quoted(words));
    }
    m_flow.add(u"[%1]"_s.arg(words), false);
}

} // namespace

QString showDirectionMarks(const QString &text, bool all)
{
    const auto turns = [all](QChar c) {
        const auto code = c.unicode();
        return code == 0x202D || code == 0x202E
            || (all
                && ((code >= 0x202A && code <= 0x202C) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E
                    || code == 0x200F || code == 0x061C));
    };
    if (std::ranges::none_of(text, turns))
        return text;
    QString shown;
    for (const QChar c : text) {
        if (turns(c))
            shown += u"⟦U+%1⟧"_s.arg(uint(c.unicode()), 4, 16, QLatin1Char('0')).toUpper();
        else
            shown += c;
    }
    return shown;
}

CleanHtml cleanHtml(const QString &html)
{
    const HtmlTree tree(html);
    if (tree.root())
        return Cleaner().clean(tree.root());
    CleanHtml result;
    result.text = showDirectionMarks(textWithoutTags(html), false);
    result.html = u"<p>"_s + quoted(result.text) + u"</p>"_s;
    return result;
}

} // namespace parley::platforms::mail
