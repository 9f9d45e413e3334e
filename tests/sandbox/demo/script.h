// SPDX-License-Identifier: GPL-3.0-or-later
// What the demo desk's customers have to say. All people, numbers and shops are invented.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace parley::sandbox {

inline constexpr int kMinute = 60;
inline constexpr int kHour = 60 * kMinute;
inline constexpr int kDay = 24 * kHour;

struct Line {
    enum class What { Text, Edit, Photo, Document, Voice, Sticker };
    enum class Picture { Parcel, Cup, Lamp, Screen };

    int at = 0; ///< seconds after the desk opened; negative: before
    QString text; ///< or caption; Edit: what the customer's last message says now
    What what = What::Text;
    Picture picture = Picture::Parcel;
    bool fromAgent = false; ///< history only: mail and business chats
};

struct Script {
    enum class Channel { Telegram, Business, Mail };

    Channel channel = Channel::Telegram;
    QString firstName;
    QString lastName;
    QString handle; ///< Telegram name or mail address
    QString language;
    QList<Line> lines; ///< in order of time. Telegram forgets what is older than a day
    QStringList reactions; ///< to the agent's first answer, the second, …
    QString subject; ///< mail
    QByteArray charset = "utf-8"; ///< mail
    bool html = false; ///< mail
};

/// What any customer of a language may say when the scripts have run out.
struct SmallTalk {
    QString language;
    QStringList questions; ///< with %1 for an order number
    QStringList thanks;
    QList<QPair<QString, QString>> people; ///< first and last names of those who come later
};

[[nodiscard]] QList<Script> russianScripts();
[[nodiscard]] QList<Script> croatianScripts();
[[nodiscard]] QList<Script> spanishScripts();
[[nodiscard]] QList<Script> englishScripts();
[[nodiscard]] QList<Script> allScripts();
[[nodiscard]] QList<SmallTalk> smallTalk();

[[nodiscard]] inline Line say(int at, const QString &text)
{
    return {at, text, Line::What::Text, Line::Picture::Parcel, false};
}
[[nodiscard]] inline Line agent(int at, const QString &text)
{
    return {at, text, Line::What::Text, Line::Picture::Parcel, true};
}
[[nodiscard]] inline Line edit(int at, const QString &text)
{
    return {at, text, Line::What::Edit, Line::Picture::Parcel, false};
}
[[nodiscard]] inline Line photo(int at, Line::Picture picture, const QString &caption)
{
    return {at, caption, Line::What::Photo, picture, false};
}
[[nodiscard]] inline Line document(int at, const QString &text)
{
    return {at, text, Line::What::Document, Line::Picture::Parcel, false};
}
[[nodiscard]] inline Line voice(int at)
{
    return {at, {}, Line::What::Voice, Line::Picture::Parcel, false};
}
[[nodiscard]] inline Line sticker(int at, const QString &emoji)
{
    return {at, emoji, Line::What::Sticker, Line::Picture::Parcel, false};
}

} // namespace parley::sandbox
