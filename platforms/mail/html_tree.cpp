// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/html_tree.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstddef>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace parley::platforms::mail {

namespace {

constexpr size_t kArenaLimit = 256U << 20; ///< bytes one document may cost
constexpr size_t kBlock = 1U << 18;
constexpr int kOpenLimit = 400; ///< elements left open at once; newsletters reach about 60
constexpr qsizetype kSourceLimit = 8 << 20; ///< bytes

// Elements that take no end tag, or whose end tags are commonly left out and implied.
bool endsByItself(std::string_view tag)
{
    static constexpr std::array<std::string_view, 24> names{"br", "hr", "img", "meta", "link", "input", "col", "area",
        "base", "wbr", "embed", "param", "source", "track", "p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody",
        "thead"};
    return std::ranges::find(names, tag) != names.end();
}

// gumbo's work grows with the product of length and elements open at once: both are looked at before it begins.
bool isBearable(const QByteArray &source)
{
    if (source.size() > kSourceLimit)
        return false;
    int open = 0;
    for (qsizetype i = source.indexOf('<'); i >= 0 && i + 1 < source.size(); i = source.indexOf('<', i + 1)) {
        const bool end = source[i + 1] == '/';
        qsizetype at = i + (end ? 2 : 1);
        QByteArray tag;
        while (at < source.size() && tag.size() < 12 && std::isalnum(static_cast<unsigned char>(source[at])) != 0)
            tag += char(std::tolower(static_cast<unsigned char>(source[at++])));
        if (tag.isEmpty() || endsByItself(std::string_view(tag.constData(), size_t(tag.size()))))
            continue;
        open = std::max(0, open + (end ? -1 : 1));
        if (open > kOpenLimit)
            return false;
    }
    return true;
}

} // namespace

struct HtmlTree::Arena {
    std::vector<char *> blocks;
    size_t used = kBlock; ///< of the last block
    size_t total = 0;
    std::jmp_buf full{};

    ~Arena()
    {
        for (char *block : blocks)
            std::free(block);
    }
};

namespace {

void *allocate(void *userdata, size_t size)
{
    auto *arena = static_cast<HtmlTree::Arena *>(userdata);
    size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
    if (arena->used + size > kBlock) {
        const auto length = std::max(size, kBlock);
        auto *block = arena->total + length > kArenaLimit ? nullptr : static_cast<char *>(std::malloc(length));
        // gumbo does not look at what it gets. There is nothing but its C code between here and the constructor, and
        // all its memory is ours, so leaving it in the middle loses nothing.
        if (!block)
            std::longjmp(arena->full, 1);
        arena->blocks.push_back(block);
        arena->total += length;
        arena->used = 0;
    }
    char *memory = arena->blocks.back() + arena->used;
    arena->used += size;
    return memory;
}

void release(void * /*userdata*/, void * /*memory*/) { }

GumboOutput *parse(HtmlTree::Arena *arena, const QByteArray &source)
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = arena;
    options.max_errors = 0;
    if (setjmp(arena->full) != 0) // NOLINT(cert-err52-cpp): see allocate()
        return nullptr;
    return gumbo_parse_with_options(&options, source.constData(), size_t(source.size()));
}

} // namespace

HtmlTree::HtmlTree(const QString &html)
    : m_source(html.toUtf8())
    , m_arena(std::make_unique<Arena>())
{
    m_arena->blocks.reserve(kArenaLimit / kBlock + 1); // so that nothing of C++ is under way when allocate() gives up
    if (isBearable(m_source))
        m_output = parse(m_arena.get(), m_source);
}

HtmlTree::~HtmlTree() = default;

QString textWithoutTags(const QString &html)
{
    QString text;
    qsizetype at = 0;
    while (at < html.size()) {
        const auto tag = html.indexOf(u'<', at);
        text += QStringView(html).mid(at, tag < 0 ? -1 : tag - at);
        if (tag < 0)
            break;
        const auto rest = QStringView(html).mid(tag + 1);
        auto end = html.indexOf(u'>', tag);
        for (const auto &name : {u"script", u"style"}) {
            if (rest.startsWith(QStringView(name), Qt::CaseInsensitive)) {
                const auto close = html.indexOf(
                    QStringView(u"</").toString() + QStringView(name).toString(), tag, Qt::CaseInsensitive);
                end = close < 0 ? -1 : html.indexOf(u'>', close);
            }
        }
        if (end < 0)
            break;
        text += u' ';
        at = end + 1;
    }
    text.replace(QStringLiteral("&nbsp;"), QStringLiteral(" "));
    text.replace(QStringLiteral("&lt;"), QStringLiteral("<"));
    text.replace(QStringLiteral("&gt;"), QStringLiteral(">"));
    text.replace(QStringLiteral("&quot;"), QStringLiteral("\""));
    text.replace(QStringLiteral("&amp;"), QStringLiteral("&"));
    return text.simplified();
}

} // namespace parley::platforms::mail
