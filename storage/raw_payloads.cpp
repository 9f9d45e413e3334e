// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/raw_payloads.h"

#include <QCryptographicHash>

namespace parley::storage::raw_payloads {

namespace {

Reader::RawRow readRaw(const Row &row)
{
    Reader::RawRow raw;
    raw.id = row.id<RawId>("id");
    raw.account = row.id<AccountId>("account");
    raw.remoteId = row.text("remote_id");
    raw.mediaType = row.text("media_type");
    raw.reason = row.text("reason");
    raw.received = row.time("received");
    raw.payload = row.blob("payload");
    return raw;
}

} // namespace

RawId keep(Database &db, AccountId account, const RawPayload &payload, Timestamp now)
{
    QString remoteId = payload.remoteId;
    if (remoteId.isEmpty()) {
        const QByteArray hash = QCryptographicHash::hash(payload.payload, QCryptographicHash::Sha256);
        remoteId = QStringLiteral("sha256:") + QString::fromLatin1(hash.toHex());
    }
    db.run(R"(
        INSERT INTO raw_payload(account, remote_id, media_type, reason, received, payload)
        VALUES (:account, :remote, :type, :reason, :now, :payload)
        ON CONFLICT(account, remote_id) DO NOTHING)",
        {{":account", account}, {":remote", remoteId}, {":type", payload.mediaType}, {":reason", payload.reason},
            {":now", now}, {":payload", payload.payload}});
    return RawId{db.number("SELECT id FROM raw_payload WHERE account = :account AND remote_id = :remote",
        {{":account", account}, {":remote", remoteId}})};
}

QList<Reader::RawRow> newest(Database &db, int limit)
{
    return db.all(R"(
        SELECT id, account, remote_id, media_type, reason, received, x'' AS payload FROM raw_payload
        ORDER BY id DESC LIMIT :limit)",
        {{":limit", limit}}, readRaw);
}

std::optional<Reader::RawRow> get(Database &db, RawId id)
{
    return db.one(
        "SELECT id, account, remote_id, media_type, reason, received, payload FROM raw_payload WHERE id = :id",
        {{":id", id}}, readRaw);
}

} // namespace parley::storage::raw_payloads
