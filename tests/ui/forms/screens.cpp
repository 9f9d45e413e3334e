// SPDX-License-Identifier: GPL-3.0-or-later
// Paints every form in light and dark and in each language into a folder, for people to look at:
//   QT_QPA_PLATFORM=offscreen ui_forms_screens FOLDER
#include "ui/accounts/accounts_dialog.h"
#include "ui/accounts/add_account_dialog.h"
#include "ui/accounts/secret_dialog.h"
#include "ui/accounts/status_bar.h"
#include "ui/common/theme.h"
#include "ui/common/translation.h"
#include "ui/composer/composer.h"
#include "ui/composer/message_field.h"
#include "ui/context/customer_panel.h"
#include "ui/forms/desk.h"
#include "ui/outbox/outbox_view.h"
#include "ui/raw/raw_dialog.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTextStream>

using namespace parley;
using namespace parley::tests;
using namespace parley::ui;

namespace {

Capabilities capabilities()
{
    Capabilities made;
    made.textLimit = 120;
    made.attachmentLimit = 1'000'000;
    made.canQuote = true;
    made.canReplyPrivately = true;
    return made;
}

PlatformInfo second()
{
    PlatformInfo info;
    info.id = QStringLiteral("mail");
    info.name = QStringLiteral("Mail");
    info.badge = QStringLiteral("@");
    info.secretLabel = QStringLiteral("Password");
    return info;
}

PlatformInfo mailInfo()
{
    PlatformInfo mail;
    for (const PlatformInfo &info : platforms::currentInfos()) {
        if (info.id == QStringLiteral("mail"))
            mail = info;
    }
    return mail;
}

class Studio
{
public:
    explicit Studio(const QString &folder)
        : m_folder(folder)
        , m_desk(capabilities())
    {
        m_ana = m_desk.incoming(QStringLiteral("Ana Kovačić"), QStringLiteral("Dobar dan, paket nije stigao."));
        m_old = m_desk.incoming(QStringLiteral("Ana Kovačić"), QStringLiteral("Where is my order?"),
            ConversationKind::Comments, QStringLiteral("comment-1"));
        const MessageId seen = m_desk.messages(m_ana).last().id;
        m_desk.incoming(QStringLiteral("Ana Kovačić"), QStringLiteral("Ipak je stigao, hvala!"));
        m_desk.world->answerPushesWith(Error{ErrorKind::Rejected, QStringLiteral("no"),
            QStringLiteral("The customer has blocked the page: no answer can reach them."), {}, false});
        submit({m_old, Reply{QStringLiteral("It left our house on Monday."), {}, false, {}}, {}});
        submit({m_ana, Reply{QStringLiteral("Žao mi je zbog čekanja, provjeravam pošiljku."), {}, false, {}}, seen});
        submit({m_ana, ChangeTags{{QStringLiteral("refund"), QStringLiteral("carrier")}, {}}, {}});
        submit({m_ana, Assign{kMe}, {}});
        Batch batch;
        batch.raw = {RawPayload{QStringLiteral("u1"),
            QByteArray(R"({"update_id":9007199254740993,"gift":{"from":"Ana","count":3,"big":true,"note":null}})"),
            QStringLiteral("application/json"), QStringLiteral("Unknown kind of update: gift")}};
        m_desk.deliver(batch);
        (void)eventually([&] { return !m_desk.reader->rawPayloads(1)->isEmpty() && m_desk.outbox().size() == 2; });
    }

    void shootAll(const QString &tag)
    {
        m_tag = tag;
        shootComposer();
        shootAccounts();
        OutboxView outbox(*m_desk.engine, *m_desk.reader, m_desk.clock);
        shoot(outbox, QStringLiteral("outbox"), {900, 460});
        outbox.select(m_desk.outbox().last().id);
        shoot(outbox, QStringLiteral("outbox-held"), {900, 520});
        CustomerPanel customer(*m_desk.engine, *m_desk.reader, {fakePlatformInfo()}, m_desk.clock);
        customer.setTicket(m_ana);
        shoot(customer, QStringLiteral("customer"), {290, 480});
        RawDialog raw(*m_desk.reader, m_desk.clock);
        shoot(raw, QStringLiteral("raw"), {860, 420});
        StatusBar bar(*m_desk.engine, *m_desk.reader, {fakePlatformInfo()}, m_desk.clock, false);
        shoot(bar, QStringLiteral("status"), {1200, 28});
    }

private:
    void submit(const CommandRequest &request) { (void)awaited(m_desk.engine->submit(request)); }

    void shootComposer()
    {
        Composer composer(*m_desk.engine, *m_desk.reader, {fakePlatformInfo()}, m_desk.clock);
        composer.setTicket(m_ana);
        shoot(composer, QStringLiteral("composer-empty"), {560, 190});
        composer.quote(m_desk.messages(m_ana).first());
        auto *reply = composer.findChild<MessageField *>(QStringLiteral("replyField"));
        reply->setPlainText(
            QStringLiteral("Dobar dan, Ana! Drago mi je da je paket stigao. Ako nešto nije u redu, "
                           "javite se i odmah ćemo poslati zamjenu ili vratiti novac, kako vam je draže."));
        const QString file = m_desk.dir.filePath(QStringLiteral("račun-1041.pdf"));
        QFile out(file);
        if (out.open(QIODevice::WriteOnly))
            out.write(QByteArray(52'000, 'x'));
        out.close();
        composer.attachFiles({file});
        composer.setOnline(false);
        shoot(composer, QStringLiteral("composer-full"), {560, 290});
        composer.setOnline(true);
        composer.setAudience(Audience::Team);
        composer.findChild<MessageField *>(QStringLiteral("noteField"))
            ->setPlainText(QStringLiteral("The carrier lost two bags on Thursday; refund without return is fine."));
        shoot(composer, QStringLiteral("composer-note"), {560, 190});
        composer.setTicket(m_old);
        shoot(composer, QStringLiteral("composer-public"), {560, 190});
    }

    void shootAccounts()
    {
        AddAccountDialog add(*m_desk.engine, {fakePlatformInfo(), second()});
        shoot(add, QStringLiteral("add-account"), {680, 460});
        add.findChild<QPushButton *>(QStringLiteral("connect"))->click();
        shoot(add, QStringLiteral("add-account-missing"), {680, 460});
        AddAccountDialog mail(*m_desk.engine, {mailInfo()});
        auto *method = mail.findChild<QComboBox *>(QStringLiteral("auth"));
        method->setCurrentText(QStringLiteral("xoauth2"));
        shoot(mail, QStringLiteral("add-account-oauth"), {720, 900});
        AddAccountDialog door(*m_desk.engine, {doorPlatformInfo()});
        door.findChild<QComboBox *>(QStringLiteral("way"))->setCurrentText(QStringLiteral("browser"));
        door.findChild<QPushButton *>(QStringLiteral("browserSignIn"))->click();
        shoot(door, QStringLiteral("add-account-waiting"), {680, 520});
        AccountsDialog accounts(*m_desk.engine, *m_desk.reader, {fakePlatformInfo()}, m_desk.clock);
        shoot(accounts, QStringLiteral("accounts"), {720, 300});
        SecretDialog secret(*m_desk.engine, m_desk.reader->accounts()->first(), fakePlatformInfo());
        shoot(secret, QStringLiteral("secret"), {440, 240});
    }

    void shoot(QWidget &widget, const QString &name, QSize size)
    {
        widget.resize(size);
        widget.show();
        QCoreApplication::sendPostedEvents();
        QTest::qWait(30); // lets fonts and layouts settle; nothing is asserted here
        widget.grab().save(QStringLiteral("%1/%2-%3.png").arg(m_folder, name, m_tag));
    }

    QString m_folder;
    QString m_tag;
    Desk m_desk;
    TicketId m_ana;
    TicketId m_old;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        QTextStream(stderr) << "usage: ui_forms_screens FOLDER\n";
        return 2;
    }
    Theme theme;
    Studio studio(QString::fromLocal8Bit(argv[1]));
    for (const QLocale &locale : languages()) {
        setLanguage(locale);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            theme.apply(scheme, 100);
            studio.shootAll(locale.name().left(2) + (scheme == Scheme::Dark ? u"-dark" : u"-light"));
        }
    }
    return 0;
}
