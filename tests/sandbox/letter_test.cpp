// SPDX-License-Identifier: GPL-3.0-or-later
// Customers' mails, checked byte by byte against the standards, and by a reader that is not ours (python3's email).
#include "sandbox/mail/letter.h"
#include "support/print.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;

namespace {

const char *const kReader = R"(
import email, email.policy, json, sys
m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
print(json.dumps({"from": str(m["from"]), "subject": str(m["subject"]), "id": str(m["message-id"]),
    "references": str(m["references"]), "text": m.get_body(("plain",)).get_content(),
    "html": (m.get_body(("html",)) or m).get_content() if m.get_body(("html",)) else "",
    "files": [[a.get_filename(), len(a.get_content())] for a in m.iter_attachments()],
    "defects": [str(d) for p in m.walk() for d in p.defects]})))";

QJsonObject readByPython(const QByteArray &mail)
{
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, QString::fromLatin1(kReader)});
    python.write(mail);
    python.closeWriteChannel();
    python.waitForFinished(120'000);
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

Letter letter(const QString &text, const QByteArray &charset)
{
    Letter letter;
    letter.fromName = u"Željka Đurić"_s;
    letter.fromAddress = u"z@posta.example"_s;
    letter.toAddress = u"support@shop.test"_s;
    letter.subject = text;
    letter.text =
        text + u"\n\nA line that is so long that quoted-printable has to break it somewhere = here, or there"_s;
    letter.charset = charset;
    letter.messageId = "<1@posta.example>";
    letter.references = {"<a@x>", "<b@x>"};
    letter.date = QDateTime::fromSecsSinceEpoch(1'790'000'000);
    return letter;
}

} // namespace

TEST_CASE("letters of each charset have the bytes that its standard gives them")
{
    CHECK(encoded(u"Съешь ещё"_s, "koi8-r").toHex() == "f3dfc5dbd820c5dda3");
    CHECK(encoded(u"Съешь ещё"_s, "windows-1251").toHex() == "d1fae5f8fc20e5f9b8");
    CHECK(encoded(u"čćšžđ ČĆŠŽĐ"_s, "windows-1250").toHex() == "e8e69a9ef020c8c68a8ed0");
    CHECK(encoded(u"№ — «x»"_s, "koi8-r") == "N - \"x\"");
    CHECK(encoded(u"ё"_s, "utf-8").toHex() == "d191");
}

TEST_CASE("a composed mail is read by another program as it was meant, in every charset and coding")
{
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        SKIP("no python3");
    const QList<QPair<QByteArray, QString>> texts{{"koi8-r", u"Где мой заказ, уже неделю жду ответа от вас"_s},
        {"windows-1251", u"Ещё один вопрос: «где чек»?"_s}, {"windows-1250", u"Narudžba još nije stigla, molim vas"_s},
        {"utf-8", u"¿Dónde está mi pedido? 🙏 …"_s}};
    for (const auto &[charset, text] : texts) {
        for (const auto coding : {Letter::Coding::QuotedPrintable, Letter::Coding::Base64, Letter::Coding::EightBit}) {
            CAPTURE(charset, int(coding));
            Letter sent = letter(text, charset);
            sent.fromName = u"Ana"_s;
            sent.coding = coding;
            sent.html = u"<p>"_s + text + u"</p>"_s;
            sent.enclosures = {{u"račun.pdf"_s, "application/pdf", QByteArray(1000, 'x')}};
            if (charset == "koi8-r" || charset == "windows-1251")
                sent.enclosures.first().name = u"счёт.pdf"_s;
            const QJsonObject read = readByPython(compose(sent));
            CHECK(read["subject"_L1].toString() == text);
            // lines end with CRLF where nothing says otherwise
            CHECK(read["text"_L1].toString().remove(u'\r').trimmed() == sent.text);
            CHECK(read["html"_L1].toString().contains(text));
            CHECK(read["files"_L1][0][0].toString() == sent.enclosures.first().name);
            CHECK(read["files"_L1][0][1].toInt() == 1000);
            CHECK(read["id"_L1].toString() == u"<1@posta.example>"_s);
            CHECK(read["references"_L1].toString().simplified() == u"<a@x> <b@x>"_s);
            CHECK(read["defects"_L1].toArray().isEmpty());
        }
    }
}

TEST_CASE("header fields are found folded and not in the body")
{
    const QByteArray mail = "Subject: one\r\n two\r\nMessage-Id: <x>\r\n\r\nTo: nobody\r\n";
    CHECK(headerOf(mail, "subject") == "one two");
    CHECK(headerOf(mail, "Message-ID") == "<x>");
    CHECK(headerOf(mail, "To").isEmpty());
}
