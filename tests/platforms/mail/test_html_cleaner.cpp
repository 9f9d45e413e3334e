// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing in a customer's HTML runs, loads or pretends.
#include "support/print.h"

#include "platforms/mail/html_cleaner.h"
#include "platforms/mail/plain_text.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace parley::platforms::mail;
using namespace Qt::StringLiterals;

TEST_CASE("Scripts, styles, forms and event handlers are gone with their content")
{
    const auto clean = cleanHtml(
        u"<html><head><title>t</title><style>p{color:red}</style><script>alert(1)</script></head><body onload=\"x()\">"
        "<p onclick='x()' style='color:red;font-weight:bold' class=y id=z>Hello <b>you</b></p><script "
        "src=//evil.test/x.js></script>"
        "<iframe src='https://evil.test'>frame</iframe><object data=x>obj</object><svg "
        "onload=x()><text>svg</text></svg>"
        "<form action='https://evil.test'>Name: <input name=n value=v><button>Go</button><textarea>ta</textarea></form>"
        "<math><mi>m</mi></math><link rel=stylesheet href=x><meta http-equiv=refresh content='0;url=x'><base href='https://evil.test/'></body></html>"_s);
    CHECK(clean.html.contains(u"<p style=\"font-weight:bold\">Hello <b>you</b></p>"_s));
    CHECK(clean.text == u"Hello you\n\nName:"_s);
    for (const auto &bad : {u"script"_s, u"evil"_s, u"onclick"_s, u"onload"_s, u"iframe"_s, u"frame"_s, u"svg"_s,
             u"input"_s, u"Go"_s, u"ta<"_s, u"color"_s, u"meta"_s, u"form"_s})
        CHECK_FALSE(clean.html.contains(bad));
}

TEST_CASE("Known ways around a sanitizer lead nowhere")
{
    const auto input = GENERATE(u"<img src=x onerror=alert(1)>"_s, u"<a href=\"javascript:alert(1)\">x</a>"_s,
        u"<a href=\"jav&#x09;ascript:alert(1)\">x</a>"_s, u"<a href=\" &#14; javascript:alert(1)\">x</a>"_s,
        u"<a href=\"data:text/html,<script>alert(1)</script>\">x</a>"_s, u"<a href=\"vbscript:x\">x</a>"_s,
        u"<<script>alert(1)</script>"_s, u"<scr<script>ipt>alert(1)</script>"_s,
        u"<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">"_s,
        u"<svg><p><style><img src=\"</style><img src=x onerror=alert(1)>\">"_s,
        u"<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>"_s,
        u"<p style=\"background:url(https://evil.test/x)\">x</p>"_s,
        u"<table background=\"https://evil.test/x\"><tr><td background=x>x</td></tr></table>"_s,
        u"<p title='\"><script>alert(1)</script>'>x</p>"_s,
        u"<img src=\"https://evil.test/x\" alt='\"><script>alert(1)</script>'>"_s,
        u"<video poster=https://evil.test/x src=y></video>"_s, u"<textarea></textarea><script>alert(1)</script>"_s,
        u"<a href='https://ok.test/\"onmouseover=\"alert(1)'>x</a>"_s, u"<isindex action=javascript:x>"_s);
    const auto html = cleanHtml(input).html;
    INFO(html.toStdString());
    CHECK_FALSE(html.contains(u"<script"_s, Qt::CaseInsensitive));
    CHECK_FALSE(html.contains(u"javascript:"_s, Qt::CaseInsensitive));
    CHECK_FALSE(html.contains(u" onerror="_s, Qt::CaseInsensitive));
    CHECK_FALSE(html.contains(u"\"onmouseover"_s, Qt::CaseInsensitive));
    CHECK_FALSE(html.contains(u" background"_s, Qt::CaseInsensitive));
    CHECK_FALSE(html.contains(u"url("_s, Qt::CaseInsensitive));
    CHECK_FALSE(html.contains(u"<img"_s));
    CHECK_FALSE(html.contains(u" src="_s));
    CHECK_FALSE(html.contains(u"data:text"_s));
}

TEST_CASE("Remote images become placeholders, those that came along stay, tracking pixels vanish")
{
    const auto clean = cleanHtml(
        u"<img src=\"https://shop.test/a.png?id=1\" alt=\"Our shoes\"><img src=cid:x@y width=20><img src=https://track.test/p width=1 height=1>"_s);
    CHECK(clean.remoteImages == 1);
    CHECK(clean.html.contains(
        u"<span class=\"parley-remote-image\" title=\"https://shop.test/a.png?id=1\">[Our shoes]</span>"_s));
    CHECK(clean.html.contains(u"<img src=\"cid:x@y\""_s));
    CHECK_FALSE(clean.html.contains(u"track"_s));
    CHECK(clean.text.contains(u"[Our shoes]"_s));
}

TEST_CASE("A link shows where it leads when its words say otherwise")
{
    const auto honest = cleanHtml(u"<a href=\"https://www.shop.test/order/7\">www.shop.test</a>"_s);
    CHECK_FALSE(honest.html.contains(u"parley-link-target"_s));
    CHECK(honest.html.contains(u"title=\"https://www.shop.test/order/7\""_s));
    const auto forged = cleanHtml(u"<a href=\"https://evil.test/x\">https://www.bank.test/login</a>"_s);
    CHECK(forged.html.contains(u"<span class=\"parley-link-target\">[evil.test]</span>"_s));
    CHECK(forged.text.contains(u"[evil.test]"_s));
    const auto suffix = cleanHtml(u"<a href=\"https://bank.test.evil.test/\">bank.test</a>"_s);
    CHECK(suffix.html.contains(u"[bank.test.evil.test]"_s));
    const auto turned = cleanHtml(u"<a href=\"https://evil.test/\u202Egpj.exe\">invoice\u202Efdp.exe</a>"_s);
    CHECK(turned.html.contains(u"invoice⟦U+202E⟧fdp.exe"_s));
    CHECK_FALSE(turned.html.contains(QChar(0x202E)));
    CHECK(turned.html.contains(u"[evil.test]"_s));
    CHECK(cleanHtml(u"plain \u202Etxt"_s).text == u"plain ⟦U+202E⟧txt"_s);
}

TEST_CASE("What the sender hid is dropped")
{
    const auto clean = cleanHtml(
        u"<div style=\"display:none\">preheader</div><span style='font-size:0px'>tiny</span><p hidden>h</p><div style='mso-hide : all'>m</div>seen"_s);
    CHECK(clean.text == u"seen"_s);
}

TEST_CASE("Earlier mails in HTML are marked as quotes, of each mail program")
{
    for (const auto &html : {u"new<div class=\"gmail_quote\">On Monday Ann wrote:<blockquote>old</blockquote></div>"_s,
             u"new<blockquote type=cite>old</blockquote>"_s,
             u"<div>new</div><div id=\"divRplyFwdMsg\">From: Ann</div><div>old</div>"_s,
             u"new<div class='yahoo_quoted'>old</div>"_s}) {
        const auto clean = cleanHtml(html);
        INFO(clean.html.toStdString());
        const auto quote = clean.html.indexOf(u"<blockquote class=\"parley-quote\">"_s);
        CHECK(quote > 0);
        CHECK(clean.html.indexOf(u"old"_s) > quote);
        CHECK(clean.html.indexOf(u"new"_s) < quote);
        CHECK(clean.text.contains(u"> "_s));
        CHECK(clean.text.startsWith(u"new"_s));
        CHECK(clean.html.count(u"<blockquote"_s) == clean.html.count(u"</blockquote>"_s));
    }
}

TEST_CASE("HTML made to exhaust memory, stack or patience comes as text")
{
    QString deep;
    for (int i = 0; i < 200'000; ++i)
        deep += u"<div>"_s;
    CHECK(cleanHtml(deep + u"bottom"_s).text == u"bottom"_s);
    QString fonts;
    for (int i = 0; i < 100'000; ++i)
        fonts += u"<font color=%1><p>"_s.arg(i);
    CHECK(cleanHtml(fonts + u"bottom"_s).text.contains(u"bottom"_s));
    QString tables;
    for (int i = 0; i < 50'000; ++i)
        tables += u"<table><tr><td>"_s;
    CHECK(cleanHtml(tables + u"bottom"_s).text.contains(u"bottom"_s));
    QString some;
    for (int i = 0; i < 300; ++i)
        some += u"<font color=%1>"_s.arg(i);
    for (int i = 0; i < 20'000; ++i)
        some += u"<p>x"_s;
    CHECK(cleanHtml(some).text.contains(u"x"_s));
    CHECK(cleanHtml(QString(3 << 20, u'<')).text.size() <= (3 << 20));
    CHECK(cleanHtml(u"<!--"_s + QString(1 << 20, u'-')).text.isEmpty());
    QString nested;
    for (int i = 0; i < 390; ++i)
        nested += u"<div><script>x</script>"_s;
    CHECK(cleanHtml(nested + u"bottom"_s).text == u"bottom"_s);
}

TEST_CASE("HTML reads as text with its structure")
{
    CHECK(cleanHtml(u"<p>One</p><p>Two<br>three</p><ul><li>a</li><li>b</li></ul>"_s).text
        == u"One\n\nTwo\nthree\n\n• a\n• b"_s);
    CHECK(cleanHtml(u"<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>"_s).text == u"1 2\n3"_s);
    CHECK(cleanHtml(u"<pre>a\n  b</pre>"_s).text == u"a\n  b"_s);
    CHECK(cleanHtml(u"<blockquote>q1<br>q2</blockquote>me"_s).text == u"> q1\n> q2\nme"_s);
}

TEST_CASE("Quotes of plain mails are folded with their attribution")
{
    CHECK(foldQuotes(u"no quote here\nat all"_s).isEmpty());
    CHECK(foldQuotes(u"answer\n\nOn 3 Nov Ann <a@b.test> wrote:\n> old\n>> older\nbelow"_s)
        == u"answer<br><blockquote class=\"parley-quote\">On 3 Nov Ann &lt;a@b.test&gt; wrote:<br>old<blockquote class=\"parley-quote\">older</blockquote></blockquote>below"_s);
    const auto outlook = foldQuotes(u"see below\n-----Original Message-----\nFrom: x\nhttps://a.test/x."_s);
    CHECK(outlook.startsWith(u"see below<blockquote"_s));
    CHECK(outlook.contains(u"<a href=\"https://a.test/x\""_s));
    CHECK(outlook.endsWith(u"</blockquote>"_s));
    CHECK(foldQuotes(u"<b>&\n> <i>"_s) == u"&lt;b&gt;&amp;<blockquote class=\"parley-quote\">&lt;i&gt;</blockquote>"_s);
}
