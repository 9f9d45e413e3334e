// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capabilities.h"
#include "models/ids.h"
#include "models/time.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace parley {

/// A mailbox, a bot, a community: one place where customers write. Its secret lives in the key store, under
/// secretKey().
struct Account {
    AccountId id;
    QString name; ///< the agent's own name for it; unique
    QString platform; ///< PlatformInfo::id
    QString url; ///< base address of another server than the platform's own; empty: the platform's own
    QMap<QString, QString> settings; ///< --set key=value
    bool enabled = true;
    Timestamp created{};
    Capabilities capabilities; ///< as the platform last said; kept so that the window needs no connection

    [[nodiscard]] QString secretKey() const { return QStringLiteral("account/") + name; }
    /// Of a further secret, by SecretField::key.
    [[nodiscard]] QString secretKey(const QString &further) const { return secretKey() + u'/' + further; }
};

enum class AccountState {
    Offline, ///< no network, or the agent asked for it
    Connecting, ///< first contact, or a first fill under way
    Online, ///< complete up to completeTo
    Refused, ///< the platform refuses the token: a person must act
    Degraded, ///< the platform does not answer, or answers badly; we go on trying
};

/// What the status bar says of an account. True at any moment: completeTo moves only after a commit.
struct AccountStatus {
    AccountState state = AccountState::Offline;
    QString detail; ///< a sentence for the agent, translated; no secrets
    QString page{}; ///< https page the agent must open before it can go on (Error::page); empty: none
    std::optional<Timestamp> completeTo; ///< everything up to here is in the cache
    std::optional<Timestamp> nextTry;
    /// Progress of the first fill, in messages or conversations; fillTotal 0: none under way. While Online: of what was
    /// said before, which still comes in behind what is new.
    int fillDone = 0;
    int fillTotal = 0;

    friend bool operator==(const AccountStatus &, const AccountStatus &) = default;
};

/// Asks for a setting to have a certain value; without a key it holds always.
struct SettingCondition {
    QString key; ///< SettingField::key
    QString value;
};

/// One line of an account's set-up form, and one --set key.
struct SettingField {
    QString key;
    QString label; ///< translated
    QString hint; ///< an example, shown while empty
    QStringList choices; ///< empty: free text; else the first is the default
    bool required = false;
    SettingCondition onlyWhere{}; ///< else it means nothing, and the form does not ask for it
};

/// A secret beside the account's main one: a second token, an application's key.
struct SecretField {
    QString key; ///< Account::secretKey(key)
    QString label; ///< translated
    QString help; ///< what it is good for and where to get it, translated
    bool required = false;
    SettingCondition onlyWhere{}; ///< see SettingField
};

/// What the program needs to know of a platform before there is an account: the set-up form and the mark in the list.
struct PlatformInfo {
    QString id; ///< "telegram"
    QString name; ///< "Telegram"
    QString badge; ///< one or two letters for the mark on the avatar
    quint32 colour = 0xff667085; ///< 0xAARRGGBB, the mark's ground
    QString secretLabel; ///< "Bot token", translated
    QString secretHelp; ///< where to get it, translated
    QList<SecretField> furtherSecrets;
    bool usesUrl = false; ///< the form shows a field for the server's address
    QList<SettingField> fields;
    /// The secret can be got by signing in in a browser, at least where this holds (sync::Engine::signInByBrowser).
    std::optional<SettingCondition> browserSignIn{};
};

} // namespace parley
