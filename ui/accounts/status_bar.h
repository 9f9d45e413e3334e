// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/changes.h"
#include "models/result.h"

#include <QHash>
#include <QList>
#include <QLocale>
#include <QUrl>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace parley::sync {
class Engine;
}
namespace parley::storage {
class Reader;
}

namespace parley::ui {

/// The window's last line: how far each account is complete, what waits in the outbox, the network switch, the
/// language.
class StatusBar : public QWidget
{
    Q_OBJECT
public:
    StatusBar(sync::Engine &engine, storage::Reader &reader, QList<PlatformInfo> platforms, const Clock &clock,
        bool offline, QWidget *parent = nullptr);

    [[nodiscard]] bool isOffline() const;
    /// The first page that an account asks for (a captcha, a validation); invalid: none does.
    [[nodiscard]] QUrl wantedPage() const;
    void openWantedPage();

Q_SIGNALS:
    void accountsRequested(parley::AccountId account); ///< a click on an account's words; invalid: on all
    void outboxRequested();
    void offlineChanged(bool offline); ///< the agent's switch; the engine has been told
    void languageChanged(const QLocale &locale); ///< already set
    void pageChanged(); ///< wantedPage() did

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// One account's words, or those of several. Shortened together where there is no room for all.
    struct Segment {
        QString text;
        QString tip;
        AccountState state = AccountState::Online;
        AccountId account;
        QUrl page;
        bool speaksForAll = false; ///< short, and never shortened
    };

    void build(bool offline);
    void retranslate();
    void reload();
    void refreshAccounts();
    void refreshOutbox();
    void showStorageTrouble(const Error &error);
    void collectSegments();
    void placeSegments();
    void addButton(const Segment &segment, int width);
    [[nodiscard]] QString wordsFor(const Account &account, Timestamp now) const;
    [[nodiscard]] int wantedBy(const Segment &segment) const; ///< pixels

    sync::Engine &m_engine;
    storage::Reader &m_reader;
    QList<PlatformInfo> m_platforms;
    const Clock &m_clock;
    QList<Account> m_accounts;
    QHash<AccountId, AccountStatus> m_status;
    QHash<AccountId, int> m_held; ///< rows that wait for the agent, by account
    QHash<AccountId, int> m_waiting; ///< answers that wait for the platform, by account
    QList<Segment> m_list;
    QUrl m_page;
    QString m_storageTrouble;

    QHBoxLayout *m_segments = nullptr;
    QToolButton *m_outbox = nullptr;
    QToolButton *m_offline = nullptr;
    QToolButton *m_language = nullptr;
};

} // namespace parley::ui
