// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/imap_session.h"

#include "models/utc.h"
#include "platforms/mail/mail_errors.h"
#include "platforms/mail/mail_words.h"

#include <libetpan/libetpan.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace Qt::StringLiterals;

namespace parley::platforms::mail {

namespace {

constexpr qint64 kSlack = 8 << 20; ///< bytes an answer may have beside the mails asked for
constexpr qint64 kLongestHead = 16 << 10; ///< bytes of what threading needs, on the average
constexpr int kProbe = 8000; ///< ms that such a connection gets to show that it lives
constexpr qint64 kTrusted = 30'000; ///< ms; a connection unused for longer may be dead without knowing it

char *copied(const QByteArray &text)
{
    return strdup(text.constData()); // the library frees it
}

mailimap_set *setOf(const QList<Uid> &uids)
{
    auto sorted = uids;
    std::ranges::sort(sorted);
    auto *set = mailimap_set_new_empty();
    for (qsizetype i = 0; i < sorted.size();) {
        qsizetype end = i;
        while (end + 1 < sorted.size() && sorted[end + 1] == sorted[end] + 1)
            ++end;
        mailimap_set_add_interval(set, sorted[i], sorted[end]);
        i = end + 1;
    }
    return set;
}

Timestamp fromInternalDate(const mailimap_date_time *date)
{
    if (!date)
        return {};
    const int zone = std::abs(date->dt_zone);
    const int offset = ((zone / 100) * 60 + zone % 100) * 60 * (date->dt_zone < 0 ? -1 : 1);
    const auto local =
        fromUtc(QDate(date->dt_year, date->dt_month, date->dt_day), QTime(date->dt_hour, date->dt_min, date->dt_sec));
    return local ? *local - std::chrono::seconds(offset) : Timestamp{};
}

bool hasFlag(const mailimap_msg_att_dynamic *flags, int wanted)
{
    if (!flags || !flags->att_list)
        return false;
    for (auto *cell = clist_begin(flags->att_list); cell; cell = clist_next(cell)) {
        const auto *flag = static_cast<mailimap_flag_fetch *>(clist_content(cell));
        if (flag->fl_type == MAILIMAP_FLAG_FETCH_OTHER && flag->fl_flag && flag->fl_flag->fl_type == wanted)
            return true;
    }
    return false;
}

struct Item {
    ImapSession::Mail mail;
    bool answered = false;
};

void readStatic(const mailimap_msg_att_static *given, Item &item)
{
    switch (given->att_type) {
    case MAILIMAP_MSG_ATT_UID:
        item.mail.uid = given->att_data.att_uid;
        break;
    case MAILIMAP_MSG_ATT_RFC822_SIZE:
        item.mail.size = given->att_data.att_rfc822_size;
        break;
    case MAILIMAP_MSG_ATT_INTERNALDATE:
        item.mail.arrived = fromInternalDate(given->att_data.att_internal_date);
        break;
    case MAILIMAP_MSG_ATT_BODY_SECTION:
        if (const auto *section = given->att_data.att_body_section; section && section->sec_body_part)
            item.mail.bytes = QByteArray(section->sec_body_part, qsizetype(section->sec_length));
        break;
    default:
        break;
    }
}

Item itemFrom(const mailimap_msg_att *attributes)
{
    Item item;
    for (auto *cell = clist_begin(attributes->att_list); cell; cell = clist_next(cell)) {
        const auto *given = static_cast<mailimap_msg_att_item *>(clist_content(cell));
        if (given->att_type == MAILIMAP_MSG_ATT_ITEM_DYNAMIC) {
            item.mail.draft = hasFlag(given->att_data.att_dyn, MAILIMAP_FLAG_DRAFT);
            item.answered = hasFlag(given->att_data.att_dyn, MAILIMAP_FLAG_ANSWERED);
        } else if (given->att_type == MAILIMAP_MSG_ATT_ITEM_STATIC) {
            readStatic(given->att_data.att_static, item);
        }
    }
    return item;
}

QList<Item> takeItems(clist *answer)
{
    QList<Item> items;
    if (!answer)
        return items;
    for (auto *cell = clist_begin(answer); cell; cell = clist_next(cell))
        items << itemFrom(static_cast<mailimap_msg_att *>(clist_content(cell)));
    mailimap_fetch_list_free(answer);
    items.removeIf([](const Item &item) { return item.mail.uid == 0; }); // flag changes told in between
    return items;
}

mailimap_fetch_att *headerFields(std::initializer_list<const char *> fields)
{
    auto *names = clist_new();
    for (const auto *field : fields)
        clist_append(names, strdup(field));
    return mailimap_fetch_att_new_body_peek_section(
        mailimap_section_new_header_fields(mailimap_header_list_new(names)));
}

mailimap_fetch_type *fetchType(std::initializer_list<mailimap_fetch_att *> attributes)
{
    auto *type = mailimap_fetch_type_new_fetch_att_list_empty();
    for (auto *attribute : attributes)
        mailimap_fetch_type_new_fetch_att_list_add(type, attribute);
    return type;
}

mailimap_flag_list *flagList(std::initializer_list<mailimap_flag *> flags)
{
    auto *list = mailimap_flag_list_new_empty();
    for (auto *flag : flags)
        mailimap_flag_list_add(list, flag);
    return list;
}

} // namespace

ImapSession::ImapSession(MailSettings settings, std::shared_ptr<const LiveSecret> secret, const Timeouts &timeouts,
    std::shared_ptr<Waits> waits)
    : m_settings(std::move(settings))
    , m_secret(std::move(secret))
    , m_timeouts(timeouts)
    , m_waits(std::move(waits))
{
}

ImapSession::~ImapSession()
{
    close();
}

void ImapSession::close()
{
    if (m_imap) {
        mailimap_free(m_imap); // with its stream
        m_imap = nullptr;
    }
    m_stream.reset();
    m_folders.reset();
}

QString ImapSession::serverWords() const
{
    return m_imap && m_imap->imap_response ? QString::fromUtf8(m_imap->imap_response).simplified() : QString();
}

std::optional<Error> ImapSession::problem(int result)
{
    switch (result) {
    case MAILIMAP_NO_ERROR:
    case MAILIMAP_NO_ERROR_AUTHENTICATED:
    case MAILIMAP_NO_ERROR_NON_AUTHENTICATED:
        return std::nullopt;
    case MAILIMAP_ERROR_BAD_STATE:
    case MAILIMAP_ERROR_STREAM:
    case MAILIMAP_ERROR_PARSE:
    case MAILIMAP_ERROR_CONNECTION_REFUSED:
    case MAILIMAP_ERROR_MEMORY:
    case MAILIMAP_ERROR_FATAL:
    case MAILIMAP_ERROR_PROTOCOL:
    case MAILIMAP_ERROR_DONT_ACCEPT_CONNECTION: {
        auto error = m_stream->error();
        close();
        return error;
    }
    default:
        return refusedBy(m_settings.imap, serverWords());
    }
}

Result<void> ImapSession::open()
{
    const bool fresh = m_lastUse.isValid() && m_lastUse.elapsed() < kTrusted;
    m_lastUse.start();
    // A network that went away says nothing: after a while the connection is tried.
    if (m_imap && m_stream->isAlive() && (fresh || noop()))
        return {};
    if (m_waits->isStopped())
        return cancelled();
    close();
    m_stream = std::make_unique<MailStream>(m_settings.imap, m_settings, m_timeouts, m_waits);
    if (const auto connected = m_stream->connect(); !connected) {
        m_stream.reset();
        return connected.error();
    }
    m_imap = mailimap_new(0, nullptr);
    if (const auto error = problem(mailimap_connect(m_imap, m_stream->open())))
        return *error;
    if (m_settings.imap.security == Security::StartTls) {
        if (const auto capable = refreshCapabilities(); !capable)
            return capable.error();
        const bool agreed = hasCapability("STARTTLS") && mailimap_starttls(m_imap) == MAILIMAP_NO_ERROR;
        const auto encrypted =
            agreed ? m_stream->startTls(m_imap->imap_stream) : Result<void>(noStartTls(m_settings.imap));
        if (!encrypted) {
            close();
            return encrypted.error();
        }
    }
    // What was said before TLS or signing in counts no longer.
    const auto ready = refreshCapabilities();
    return ready ? signIn() : ready;
}

Result<void> ImapSession::noop()
{
    m_stream->beginCommand(kSlack, kProbe);
    const auto error = problem(mailimap_noop(m_imap));
    return error ? Result<void>(*error) : Result<void>{};
}

Result<void> ImapSession::refreshCapabilities()
{
    m_stream->beginCommand();
    mailimap_capability_data *capabilities = nullptr;
    const auto error = problem(mailimap_capability(m_imap, &capabilities));
    if (capabilities)
        mailimap_capability_data_free(capabilities);
    return error ? Result<void>(*error) : Result<void>{};
}

bool ImapSession::hasCapability(const char *name) const
{
    return m_imap && mailimap_has_extension(m_imap, const_cast<char *>(name)) != 0;
}

Result<void> ImapSession::signIn()
{
    m_stream->beginCommand();
    const auto user = m_settings.user.toUtf8();
    const auto secret = m_secret->value();
    int result = MAILIMAP_ERROR_LOGIN;
    if (m_settings.oauth) {
        result = mailimap_oauth2_authenticate(m_imap, user.constData(), secret.constData());
    } else if (hasCapability("SASL-IR") && hasCapability("AUTH=PLAIN")) {
        // LOGIN has no way to say a password beyond ASCII.
        const QByteArray sasl = QByteArray(QByteArray(1, '\0') + user + '\0' + secret).toBase64();
        result = mailimap_custom_command(m_imap, QByteArray("AUTHENTICATE PLAIN " + sasl).constData());
        if (result == MAILIMAP_NO_ERROR)
            m_imap->imap_state = MAILIMAP_STATE_AUTHENTICATED;
    } else {
        result = mailimap_login(m_imap, user.constData(), secret.constData());
    }
    if (result == MAILIMAP_NO_ERROR)
        return refreshCapabilities();
    const auto words = serverWords();
    if (result == MAILIMAP_ERROR_LOGIN || result == MAILIMAP_ERROR_CUSTOM_COMMAND
        || result == MAILIMAP_ERROR_EXTENSION) {
        close();
        const bool passing = words.contains("UNAVAILABLE"_L1, Qt::CaseInsensitive)
            || words.contains("temporary"_L1, Qt::CaseInsensitive);
        return passing ? refusedBy(m_settings.imap, words) : passwordRefused(m_settings.imap, m_settings.oauth, words);
    }
    return *problem(result);
}

bool ImapSession::canIdle() const
{
    return hasCapability("IDLE");
}

bool ImapSession::hasCondStore() const
{
    return hasCapability("CONDSTORE");
}

Result<ImapSession::Folders> ImapSession::folders()
{
    if (m_folders)
        return *m_folders;
    m_stream->beginCommand();
    clist *list = nullptr;
    if (const auto error = problem(mailimap_list(m_imap, "", "*", &list)))
        return *error;
    Folders found;
    found.serverKeepsSent = hasCapability("X-GM-EXT-1");
    QByteArray sentByName;
    QByteArray draftsByName;
    for (auto *cell = clist_begin(list); cell; cell = clist_next(cell)) {
        const auto *entry = static_cast<mailimap_mailbox_list *>(clist_content(cell));
        const QByteArray name = entry->mb_name;
        const auto last = name.mid(name.lastIndexOf(entry->mb_delimiter ? entry->mb_delimiter : '/') + 1).toLower();
        if (last == "sent" || last == "sent items" || last == "sent messages" || last == "sent mail")
            sentByName = name;
        else if (last == "drafts" || last == "draft")
            draftsByName = name;
        auto *flags = entry->mb_flag ? entry->mb_flag->mbf_oflags : nullptr;
        for (auto *at = flags ? clist_begin(flags) : nullptr; at; at = clist_next(at)) {
            const auto *flag = static_cast<mailimap_mbx_list_oflag *>(clist_content(at));
            const QByteArray word = flag->of_flag_ext;
            if (word.compare("Sent", Qt::CaseInsensitive) == 0)
                found.sent = name;
            else if (word.compare("Drafts", Qt::CaseInsensitive) == 0)
                found.drafts = name;
        }
    }
    mailimap_list_result_free(list);
    if (found.sent.isEmpty())
        found.sent = sentByName;
    if (found.drafts.isEmpty())
        found.drafts = draftsByName;
    m_folders = found;
    return found;
}

Result<QByteArray> ImapSession::makeFolder(const QByteArray &name)
{
    m_stream->beginCommand();
    auto made = name;
    int result = mailimap_create(m_imap, name.constData());
    if (result == MAILIMAP_ERROR_CREATE) { // some keep everything below the inbox
        made = "INBOX." + name;
        result = mailimap_create(m_imap, made.constData());
    }
    if (const auto error = problem(result))
        return *error;
    mailimap_subscribe(m_imap, made.constData()); // else other programs do not show it; no matter if refused
    m_folders.reset();
    return made;
}

Result<ImapSession::Folder> ImapSession::select(const QByteArray &name, bool toWrite)
{
    m_stream->beginCommand();
    Folder folder{name, 0, 0, 0, 0};
    uint64_t modSeq = 0;
    int result = MAILIMAP_NO_ERROR;
    if (hasCondStore())
        result = toWrite ? mailimap_select_condstore(m_imap, name.constData(), &modSeq)
                         : mailimap_examine_condstore(m_imap, name.constData(), &modSeq);
    else
        result = toWrite ? mailimap_select(m_imap, name.constData()) : mailimap_examine(m_imap, name.constData());
    if (const auto error = problem(result))
        return *error;
    const auto *info = m_imap->imap_selection_info;
    if (!info)
        return unintelligible(m_settings.imap, {});
    folder.uidValidity = info->sel_uidvalidity;
    folder.uidNext = info->sel_uidnext;
    folder.exists = info->sel_exists;
    folder.modSeq = modSeq;
    return folder;
}

Result<ImapSession::Folder> ImapSession::status(const QByteArray &name)
{
    m_stream->beginCommand();
    auto *wanted = mailimap_status_att_list_new_empty();
    for (const int attribute :
        {MAILIMAP_STATUS_ATT_UIDNEXT, MAILIMAP_STATUS_ATT_UIDVALIDITY, MAILIMAP_STATUS_ATT_MESSAGES})
        mailimap_status_att_list_add(wanted, attribute);
    mailimap_mailbox_data_status *status = nullptr;
    const auto error = problem(mailimap_status(m_imap, name.constData(), wanted, &status));
    mailimap_status_att_list_free(wanted);
    if (error)
        return *error;
    Folder folder{name, 0, 0, 0, 0};
    for (auto *cell = status->st_info_list ? clist_begin(status->st_info_list) : nullptr; cell;
        cell = clist_next(cell)) {
        const auto *info = static_cast<mailimap_status_info *>(clist_content(cell));
        if (info->st_att == MAILIMAP_STATUS_ATT_UIDNEXT)
            folder.uidNext = info->st_value;
        else if (info->st_att == MAILIMAP_STATUS_ATT_UIDVALIDITY)
            folder.uidValidity = info->st_value;
        else if (info->st_att == MAILIMAP_STATUS_ATT_MESSAGES)
            folder.exists = info->st_value;
    }
    mailimap_mailbox_data_status_free(status);
    return folder;
}

Result<QList<Uid>> ImapSession::searchWith(mailimap_search_key *key)
{
    m_stream->beginCommand();
    clist *found = nullptr;
    const auto error = problem(mailimap_uid_search(m_imap, nullptr, key, &found));
    mailimap_search_key_free(key);
    if (error)
        return *error;
    QList<Uid> uids;
    for (auto *cell = found ? clist_begin(found) : nullptr; cell; cell = clist_next(cell))
        uids << *static_cast<uint32_t *>(clist_content(cell));
    if (found)
        mailimap_search_result_free(found);
    std::ranges::sort(uids);
    return uids;
}

Result<QList<Uid>> ImapSession::uids(Uid first, Uid last)
{
    auto found = searchWith(mailimap_search_key_new_uid(mailimap_set_new_interval(first, last)));
    // "5:*" means the last mail even where its UID is 3.
    if (found)
        found->removeIf([first](Uid uid) { return uid < first; });
    return found;
}

Result<QList<Uid>> ImapSession::search(const Search &search)
{
    auto *keys = mailimap_search_key_new_multiple_empty();
    const auto add = [keys](mailimap_search_key *key) { mailimap_search_key_multiple_add(keys, key); };
    if (search.since) {
        const auto day = toDateTime(*search.since).toUTC().date();
        add(mailimap_search_key_new_since(mailimap_date_new(day.day(), day.month(), day.year())));
    }
    if (!search.messageId.isEmpty())
        add(mailimap_search_key_new_header(copied("Message-ID"), copied('<' + search.messageId + '>')));
    if (!search.inReplyTo.isEmpty())
        add(mailimap_search_key_new_header(copied("In-Reply-To"), copied('<' + search.inReplyTo + '>')));
    if (!search.subject.isEmpty())
        add(mailimap_search_key_new_subject(copied(search.subject)));
    if (!search.from.isEmpty())
        add(mailimap_search_key_new_from(copied(search.from)));
    if (!search.to.isEmpty())
        add(mailimap_search_key_new_to(copied(search.to)));
    return searchWith(keys);
}

Result<QList<ImapSession::Size>> ImapSession::sizes(const QList<Uid> &uids)
{
    if (uids.isEmpty())
        return QList<Size>{};
    m_stream->beginCommand();
    auto *type = fetchType({mailimap_fetch_att_new_uid(), mailimap_fetch_att_new_rfc822_size()});
    auto *set = setOf(uids);
    clist *answer = nullptr;
    const auto error = problem(mailimap_uid_fetch(m_imap, set, type, &answer));
    mailimap_set_free(set);
    mailimap_fetch_type_free(type);
    if (error)
        return *error;
    QList<Size> sizes;
    for (const auto &item : takeItems(answer))
        sizes << Size{item.mail.uid, item.mail.size};
    return sizes;
}

Result<QList<ImapSession::Mail>> ImapSession::fetchWith(mailimap_fetch_type *wanted, const QList<Uid> &uids)
{
    auto *set = setOf(uids);
    clist *answer = nullptr;
    const auto error = problem(mailimap_uid_fetch(m_imap, set, wanted, &answer));
    mailimap_set_free(set);
    mailimap_fetch_type_free(wanted);
    if (error)
        return *error;
    QList<Mail> mails;
    for (auto &item : takeItems(answer))
        mails << std::move(item.mail);
    std::ranges::sort(mails, {}, &Mail::uid);
    return mails;
}

Result<QList<ImapSession::Mail>> ImapSession::fetch(const QList<Uid> &uids, qint64 expected)
{
    if (uids.isEmpty())
        return QList<Mail>{};
    m_stream->beginCommand(expected * 2 + kSlack);
    auto *body = mailimap_fetch_att_new_body_peek_section(mailimap_section_new(nullptr));
    return fetchWith(fetchType({mailimap_fetch_att_new_uid(), mailimap_fetch_att_new_flags(),
                         mailimap_fetch_att_new_internaldate(), body}),
        uids);
}

Result<QList<ImapSession::Mail>> ImapSession::fetchBeginning(Uid uid, quint32 bytes)
{
    m_stream->beginCommand(qint64(bytes) + kSlack);
    auto *body = mailimap_fetch_att_new_body_peek_section_partial(mailimap_section_new(nullptr), 0, bytes);
    return fetchWith(fetchType({mailimap_fetch_att_new_uid(), mailimap_fetch_att_new_flags(),
                         mailimap_fetch_att_new_internaldate(), body}),
        {uid});
}

Result<QList<ImapSession::Mail>> ImapSession::fetchHeads(const QList<Uid> &uids)
{
    if (uids.isEmpty())
        return QList<Mail>{};
    m_stream->beginCommand(uids.size() * kLongestHead + kSlack);
    auto *fields = headerFields({"MESSAGE-ID", "IN-REPLY-TO", "REFERENCES", "SUBJECT", "DATE"});
    return fetchWith(fetchType({mailimap_fetch_att_new_uid(), fields}), uids);
}

Result<QList<ImapSession::Mail>> ImapSession::fetchIds(const QList<Uid> &uids)
{
    if (uids.isEmpty())
        return QList<Mail>{};
    m_stream->beginCommand(uids.size() * kLongestHead + kSlack);
    auto *fields = headerFields({"MESSAGE-ID", "IN-REPLY-TO", "REFERENCES"});
    return fetchWith(fetchType({mailimap_fetch_att_new_uid(), mailimap_fetch_att_new_rfc822_size(), fields}), uids);
}

Result<QList<Uid>> ImapSession::newlyAnswered(Uid last, quint64 modSeq)
{
    m_stream->beginCommand();
    auto *type = fetchType({mailimap_fetch_att_new_uid(), mailimap_fetch_att_new_flags()});
    auto *set = mailimap_set_new_interval(1, last);
    clist *answer = nullptr;
    const auto error = problem(mailimap_uid_fetch_changedsince(m_imap, set, type, modSeq, &answer));
    mailimap_set_free(set);
    mailimap_fetch_type_free(type);
    if (error)
        return *error;
    QList<Uid> uids;
    for (const auto &item : takeItems(answer)) {
        if (item.answered)
            uids << item.mail.uid;
    }
    return uids;
}

Result<void> ImapSession::remove(const QList<Uid> &uids)
{
    if (uids.isEmpty())
        return {};
    m_stream->beginCommand();
    auto *set = setOf(uids);
    auto *store = mailimap_store_att_flags_new_add_flags_silent(flagList({mailimap_flag_new_deleted()}));
    auto error = problem(mailimap_uid_store(m_imap, set, store));
    // Without UIDPLUS everything marked in the folder would go, others' mails too: then ours stays, marked.
    if (!error && hasCapability("UIDPLUS"))
        error = problem(mailimap_uid_expunge(m_imap, set));
    mailimap_store_att_flags_free(store);
    mailimap_set_free(set);
    return error ? Result<void>(*error) : Result<void>{};
}

Result<void> ImapSession::move(const QList<Uid> &uids, const QByteArray &folder)
{
    m_stream->beginCommand();
    auto *set = setOf(uids);
    auto *store = mailimap_store_att_flags_new_remove_flags_silent(flagList({mailimap_flag_new_draft()}));
    auto error = problem(mailimap_uid_store(m_imap, set, store));
    const bool canMove = hasCapability("MOVE");
    if (!error)
        error = problem(canMove ? mailimap_uid_move(m_imap, set, folder.constData())
                                : mailimap_uid_copy(m_imap, set, folder.constData()));
    mailimap_store_att_flags_free(store);
    mailimap_set_free(set);
    if (error)
        return *error;
    return canMove ? Result<void>{} : remove(uids);
}

Result<void> ImapSession::markAnswered(const QList<Uid> &uids)
{
    m_stream->beginCommand();
    auto *set = setOf(uids);
    auto *store = mailimap_store_att_flags_new_add_flags_silent(
        flagList({mailimap_flag_new_answered(), mailimap_flag_new_seen()}));
    const auto error = problem(mailimap_uid_store(m_imap, set, store));
    mailimap_store_att_flags_free(store);
    mailimap_set_free(set);
    return error ? Result<void>(*error) : Result<void>{};
}

Result<Uid> ImapSession::append(const QByteArray &folder, const QByteArray &mail, bool draft)
{
    m_stream->beginCommand();
    auto *flags =
        draft ? flagList({mailimap_flag_new_seen(), mailimap_flag_new_draft()}) : flagList({mailimap_flag_new_seen()});
    uint32_t validity = 0;
    uint32_t uid = 0;
    const int result = hasCapability("UIDPLUS")
        ? mailimap_uidplus_append(
              m_imap, folder.constData(), flags, nullptr, mail.constData(), size_t(mail.size()), &validity, &uid)
        : mailimap_append(m_imap, folder.constData(), flags, nullptr, mail.constData(), size_t(mail.size()));
    mailimap_flag_list_free(flags);
    if (const auto error = problem(result))
        return *error;
    return Uid(uid);
}

Result<bool> ImapSession::idle(int ms)
{
    m_stream->beginCommand();
    const auto before = m_imap->imap_selection_info ? m_imap->imap_selection_info->sel_exists : 0;
    if (const auto error = problem(mailimap_idle(m_imap)))
        return *error;
    // What came together with the server's consent is in libetpan's buffer, not in the socket.
    const auto news = m_imap->imap_stream->read_buffer_len > 0 ? Result<bool>(true) : m_stream->waitForNews(ms);
    if (!news) {
        close();
        return news.error();
    }
    m_stream->beginCommand();
    if (const auto error = problem(mailimap_idle_done(m_imap)))
        return *error;
    const auto *info = m_imap->imap_selection_info;
    const bool changed = info && info->sel_exists != before;
    const auto *told = m_imap->imap_response_info;
    const bool flags = told && told->rsp_fetch_list && clist_count(told->rsp_fetch_list) > 0;
    return *news && (changed || flags); // else the server only said that it is still there
}

Result<bool> ImapSession::pause(int ms)
{
    const auto news = m_stream->waitForNews(ms);
    if (!news) {
        close();
        return news.error();
    }
    return false; // bytes that nobody asked for are the server's farewell: the next command meets it
}

} // namespace parley::platforms::mail
