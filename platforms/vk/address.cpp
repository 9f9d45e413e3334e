// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/vk/address.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace parley::platforms::vk {

namespace {

using Kind = Address::Kind;

constexpr std::array<std::pair<Kind, QLatin1StringView>, 5> kPlaces{{{Kind::Wall, "wall"_L1}, {Kind::Photo, "photo"_L1},
    {Kind::Video, "video"_L1}, {Kind::Market, "market"_L1}, {Kind::Board, "board"_L1}}};

QLatin1StringView wordFor(Kind kind)
{
    for (const auto &[candidate, word] : kPlaces) {
        if (candidate == kind)
            return word;
    }
    return {};
}

std::optional<Address> placeFrom(QStringView text)
{
    for (const auto &[kind, word] : kPlaces) {
        if (!text.startsWith(word))
            continue;
        const QStringView numbers = text.sliced(word.size());
        const qsizetype between = numbers.indexOf(u'_');
        if (between < 1)
            return std::nullopt;
        bool isOwner = false;
        bool isObject = false;
        Address address;
        address.kind = kind;
        address.owner = numbers.first(between).toLongLong(&isOwner);
        address.object = numbers.sliced(between + 1).toLongLong(&isObject);
        if (!isOwner || !isObject || address.owner == 0 || address.object <= 0)
            return std::nullopt;
        return address;
    }
    return std::nullopt;
}

} // namespace

std::optional<Address> Address::from(const QString &remoteId)
{
    bool isPeer = false;
    const qint64 peer = remoteId.toLongLong(&isPeer);
    if (isPeer)
        return peer == 0 ? std::nullopt : std::optional(dialog(peer));
    const QStringView text(remoteId);
    const qsizetype colon = text.indexOf(u':');
    auto address = placeFrom(colon < 0 ? text : text.first(colon));
    if (!address)
        return std::nullopt;
    if (colon < 0)
        return address->kind == Kind::Board ? address : std::nullopt;
    bool isThread = false;
    address->thread = text.sliced(colon + 1).toLongLong(&isThread);
    return isThread && address->thread >= 0 && address->kind != Kind::Board ? address : std::nullopt;
}

QString Address::toString() const
{
    if (isDialog())
        return QString::number(owner);
    return kind == Kind::Board ? place() : place() + u':' + QString::number(thread);
}

QString Address::place() const
{
    return u"%1%2_%3"_s.arg(wordFor(kind)).arg(owner).arg(object);
}

QString Address::comment(qint64 id) const
{
    return u"%1/%2"_s.arg(place()).arg(id);
}

QString Address::page() const
{
    switch (kind) {
    case Kind::Dialog:
        return {};
    case Kind::Board:
        return u"https://vk.com/topic%1_%2"_s.arg(owner).arg(object);
    case Kind::Market:
        return u"https://vk.com/product%1_%2"_s.arg(owner).arg(object);
    case Kind::Wall:
        if (thread > 0)
            return u"https://vk.com/wall%1_%2?reply=%3"_s.arg(owner).arg(object).arg(thread);
        [[fallthrough]];
    default:
        return u"https://vk.com/"_s + place();
    }
}

QString messageRemoteId(qint64 peer, qint64 id, qint64 cmid)
{
    return id > 0 && peer < kFirstChat ? u"%1:%2"_s.arg(peer).arg(id) : u"%1:c%2"_s.arg(peer).arg(cmid);
}

std::optional<MessageName> MessageName::from(const QString &remoteId)
{
    const QStringView text(remoteId);
    MessageName name;
    if (const qsizetype slash = text.indexOf(u'/'); slash > 0) {
        const auto place = placeFrom(text.first(slash));
        bool isId = false;
        name.id = text.sliced(slash + 1).toLongLong(&isId);
        if (!place || !isId || name.id < 0)
            return std::nullopt;
        name.place = *place;
        return name;
    }
    const qsizetype colon = text.indexOf(u':');
    if (colon < 1)
        return std::nullopt;
    bool isPeer = false;
    bool isId = false;
    name.place = Address::dialog(text.first(colon).toLongLong(&isPeer));
    const bool byNumber = text.sliced(colon + 1).startsWith(u'c');
    const qint64 id = text.sliced(colon + (byNumber ? 2 : 1)).toLongLong(&isId);
    if (!isPeer || !isId || id <= 0)
        return std::nullopt;
    (byNumber ? name.cmid : name.id) = id;
    return name;
}

} // namespace parley::platforms::vk
