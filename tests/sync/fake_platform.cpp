// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/fake_platform.h"

#include <algorithm>
#include <utility>

namespace parley::tests {

using namespace Qt::StringLiterals;

Error anError(ErrorKind kind, bool mayHaveArrived, std::chrono::milliseconds retryAfter)
{
    return {kind, u"scripted"_s, {}, retryAfter, mayHaveArrived};
}

QString World::customerWrites(const QString &conversation, const QString &text)
{
    QString remoteId;
    {
        const std::lock_guard lock(m_mutex);
        remoteId = u"in-%1"_s.arg(++m_lastId);
        RemoteContact contact{conversation + u"-customer"_s, u"Customer of "_s + conversation, {}, {}};
        RemoteConversation thread;
        thread.remoteId = conversation;
        thread.contactRemoteId = contact.remoteId;
        thread.extra.insert(u"route"_s, QString(u"via-"_s + conversation));
        RemoteMessage message;
        message.remoteId = remoteId;
        message.conversationRemoteId = conversation;
        message.authorRemoteId = contact.remoteId;
        message.text = text;
        message.time = fromMs(1'790'000'000'000 + m_lastId * 1000);
        Batch event;
        event.contacts = {contact};
        event.conversations = {thread};
        event.messages = {message};
        m_events.append(event);
    }
    changed();
    return remoteId;
}

void World::happens(const Batch &event)
{
    {
        const std::lock_guard lock(m_mutex);
        m_events.append(event);
    }
    changed();
}

void World::typing(const QString &conversation)
{
    {
        const std::lock_guard lock(m_mutex);
        LiveEvent event;
        event.conversationRemoteId = conversation;
        event.author = u"Customer"_s;
        m_live.append(event);
    }
    changed();
}

void World::addFile(const QString &ref, const QByteArray &content)
{
    const std::lock_guard lock(m_mutex);
    m_files.insert(ref, content);
}

void World::next(Verb verb, const Step &step)
{
    const std::lock_guard lock(m_mutex);
    m_script[verb].append(step);
}

void World::always(Verb verb, const std::optional<Step> &step)
{
    const std::lock_guard lock(m_mutex);
    if (step)
        m_always[verb] = *step;
    else
        m_always.erase(verb);
}

void World::atCheckpoint(std::function<void()> call)
{
    const std::lock_guard lock(m_mutex);
    m_checkpoint = std::move(call);
}

void World::forgetScript()
{
    const std::lock_guard lock(m_mutex);
    m_script.clear();
    m_always.clear();
}

void World::freeze(bool frozen)
{
    const std::lock_guard lock(m_mutex);
    m_frozen = frozen;
}

QList<World::Sent> World::sent() const
{
    const std::lock_guard lock(m_mutex);
    return m_sent;
}

QStringList World::sentTexts() const
{
    QStringList texts;
    for (const Sent &message : sent())
        texts.append(message.text);
    return texts;
}

int World::calls(Verb verb) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_calls.find(verb);
    return found == m_calls.end() ? 0 : found->second;
}

QList<Command> World::commands() const
{
    const std::lock_guard lock(m_mutex);
    return m_commands;
}

Step World::take(Verb verb)
{
    const std::lock_guard lock(m_mutex);
    ++m_calls[verb];
    if (m_frozen)
        return {.error = {}, .happens = false, .stuck = true};
    QList<Step> &script = m_script[verb];
    if (!script.isEmpty())
        return script.takeFirst();
    const auto always = m_always.find(verb);
    return always == m_always.end() ? Step{} : always->second;
}

QList<PushRequest> World::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

QMap<QString, QByteArray> World::furtherSecrets() const
{
    const std::lock_guard lock(m_mutex);
    return m_further;
}

void World::tellLate(qint64 done, qint64 total)
{
    const std::lock_guard lock(m_mutex);
    for (FakePlatform *platform : std::as_const(m_connected)) {
        const auto tell = [progress = m_progress, done, total] { progress(done, total); };
        QMetaObject::invokeMethod(platform, tell, Qt::BlockingQueuedConnection);
    }
}

void World::replaceSecret(const QByteArray &secret)
{
    const std::lock_guard lock(m_mutex);
    for (FakePlatform *platform : std::as_const(m_connected)) {
        const auto replace = [keep = platform->m_keepSecret, secret] { keep(secret); };
        QMetaObject::invokeMethod(platform, replace, Qt::QueuedConnection);
    }
}

bool World::comesBack(const Result<QByteArray> &secret)
{
    const std::lock_guard lock(m_mutex);
    for (FakeSignIn *signIn : std::as_const(m_signIns)) {
        const auto tell = [signIn, secret] {
            signIn->m_outcome = secret;
            signIn->m_bed.wake();
        };
        QMetaObject::invokeMethod(signIn, tell, Qt::QueuedConnection);
    }
    return !m_signIns.isEmpty();
}

QMap<QString, QByteArray> World::signInSecrets() const
{
    const std::lock_guard lock(m_mutex);
    return m_signInSecrets;
}

QList<QJsonObject> World::lamps() const
{
    const std::lock_guard lock(m_mutex);
    return m_lamps;
}

QStringList World::partsOf(const PushRequest &request) const
{
    const auto *reply = std::get_if<Reply>(&request.command);
    if (!reply)
        return {QString()};
    return splits ? reply->text.split(u'|') : QStringList{reply->text};
}

namespace {

QString idOfPart(const PushRequest &request, int part)
{
    return part == 0 ? request.clientId : QString(request.clientId + u'#' + QString::number(part));
}

} // namespace

QString World::deliver(const PushRequest &request, const QString &text, int part)
{
    const QString clientId = idOfPart(request, part);
    QString remoteId;
    std::function<void()> checkpoint;
    {
        const std::lock_guard lock(m_mutex);
        checkpoint = std::exchange(m_checkpoint, nullptr);
        const auto *reply = std::get_if<Reply>(&request.command);
        const auto known = std::ranges::find(m_sent, clientId, &Sent::clientId);
        if (!reply) {
            m_commands.append(request.command);
        } else if (dropsRepeats && known != m_sent.end()) {
            remoteId = known->remoteId;
        } else {
            remoteId = u"out-%1"_s.arg(++m_lastId);
            m_sent.append({clientId, request.conversationRemoteId, text, remoteId});
            if (echoes) {
                RemoteMessage echo;
                echo.remoteId = remoteId;
                echo.conversationRemoteId = request.conversationRemoteId;
                echo.direction = Direction::Out;
                echo.state = DeliveryState::Sent;
                echo.text = text;
                echo.clientId = part == 0 ? clientId : QString();
                echo.time = fromMs(1'790'000'000'000 + m_lastId * 1000);
                Batch event;
                event.messages = {echo};
                m_events.append(event);
            }
        }
    }
    if (checkpoint)
        checkpoint();
    changed();
    return remoteId;
}

std::optional<PushReceipt> World::find(const PushRequest &request) const
{
    const int parts = static_cast<int>(partsOf(request).size());
    PushReceipt receipt;
    for (int part = request.part; part < parts; ++part) {
        receipt = {};
        {
            const std::lock_guard lock(m_mutex);
            const auto known = std::ranges::find(m_sent, idOfPart(request, part), &Sent::clientId);
            if (known == m_sent.end())
                return std::nullopt;
            receipt.remoteId = known->remoteId;
        }
        if (part + 1 < parts)
            request.partSent(receipt);
    }
    return receipt;
}

Batch World::page(const QByteArray &cursor) const
{
    const std::lock_guard lock(m_mutex);
    const qsizetype from = cursor.toLongLong();
    const qsizetype to = std::min(from + pageSize, m_events.size());
    Batch page;
    for (qsizetype index = from; index < to; ++index) {
        const Batch &event = m_events.at(index);
        page.contacts += event.contacts;
        page.conversations += event.conversations;
        page.messages += event.messages;
        page.deletions += event.deletions;
        page.receipts += event.receipts;
        page.tickets += event.tickets;
        page.raw += event.raw;
        if (!event.workspace.isEmpty())
            page.workspace = event.workspace;
    }
    page.nextCursor = QByteArray::number(to);
    page.more = to < m_events.size();
    if (!page.more)
        tellOlder(page);
    return page;
}

/// With the lock held.
void World::tellOlder(Batch &page) const
{
    page.olderWaits = m_olderGiven < older.size();
    page.countsConversations = page.olderWaits;
    page.fillDone = page.olderWaits ? int(m_olderGiven) : 0;
    page.fillTotal = page.olderWaits ? int(older.size()) : 0;
}

std::optional<Batch> World::nextOlder(const QByteArray &cursor)
{
    const std::lock_guard lock(m_mutex);
    if (m_olderGiven >= older.size())
        return std::nullopt;
    Batch page = older.at(m_olderGiven++);
    page.backfill = true;
    page.nextCursor = cursor;
    tellOlder(page);
    return page;
}

QStringList World::opened() const
{
    const std::lock_guard lock(m_mutex);
    return m_opened;
}

bool World::hasNews(const QByteArray &cursor) const
{
    const std::lock_guard lock(m_mutex);
    return cursor.toLongLong() < m_events.size() || !m_live.isEmpty();
}

void World::changed()
{
    const std::lock_guard lock(m_mutex);
    for (FakePlatform *platform : std::as_const(m_connected))
        QMetaObject::invokeMethod(platform, [platform] { platform->bed(Verb::Listen).wake(); }, Qt::QueuedConnection);
}

FakePlatform::FakePlatform(World &world, const platforms::Setup &setup)
    : m_world(world)
    , m_secret(setup.secret)
    , m_keepSecret(setup.keepSecret)
{
    const std::lock_guard lock(m_world.m_mutex);
    m_world.m_connected.append(this);
    m_world.m_further = setup.furtherSecrets;
}

FakePlatform::~FakePlatform()
{
    const std::lock_guard lock(m_world.m_mutex);
    m_world.m_connected.removeAll(this);
}

sync::Sleeper &FakePlatform::bed(Verb verb)
{
    auto &bed = m_beds[verb];
    if (!bed)
        bed = std::make_unique<sync::Sleeper>(*m_time, this);
    return *bed;
}

void FakePlatform::interrupt()
{
    m_interrupted = true;
    bed(Verb::Listen).wake();
}

void FakePlatform::stop()
{
    if (m_world.deaf)
        return;
    m_stopped = true;
    for (auto &[verb, bed] : m_beds)
        bed->wake();
}

QCoro::Task<> FakePlatform::stayStuck(Verb verb)
{
    while (!m_stopped)
        co_await bed(verb).sleep();
}

/// Goes through the script. \return the error that the call ends with
QCoro::Task<std::optional<Error>> FakePlatform::perform(Verb verb)
{
    const Step step = m_world.take(verb);
    if (step.stuck) {
        co_await stayStuck(verb);
        co_return anError(ErrorKind::Cancelled);
    }
    if (m_stopped)
        co_return anError(ErrorKind::Cancelled);
    co_return step.error;
}

QCoro::Task<Result<platforms::Identity>> FakePlatform::signIn()
{
    if (const auto error = co_await perform(Verb::SignIn))
        co_return *error;
    if (m_secret != m_world.token && (m_secret != m_world.exchanged || m_secret.isEmpty()))
        co_return Error{ErrorKind::Unauthorized, u"401"_s, u"the token “fake” was revoked."_s, {}, false};
    co_return platforms::Identity{
        u"@fake"_s, m_world.note, m_secret == m_world.token ? m_world.exchanged : QByteArray()};
}

QCoro::Task<Result<Batch>> FakePlatform::pull(QByteArray cursor)
{
    if (const auto error = co_await perform(Verb::Pull))
        co_return *error;
    co_return m_world.page(cursor);
}

QCoro::Task<Result<Batch>> FakePlatform::pullOlder(QByteArray cursor)
{
    if (const auto error = co_await perform(Verb::PullOlder))
        co_return *error;
    co_return m_world.nextOlder(cursor).value_or(Batch{});
}

void FakePlatform::setOpen(QString conversation)
{
    const std::lock_guard lock(m_world.m_mutex);
    m_world.m_opened.append(conversation);
}

QCoro::Task<Result<platforms::Live>> FakePlatform::listen(QByteArray cursor)
{
    m_interrupted = false;
    if (const auto error = co_await perform(Verb::Listen))
        co_return *error;
    platforms::Live live;
    if (auto older = m_world.hasNews(cursor) ? std::nullopt : m_world.nextOlder(cursor)) {
        live.batch = std::move(*older);
        co_return live;
    }
    while (!m_world.hasNews(cursor) && !m_interrupted && !m_stopped)
        co_await bed(Verb::Listen).sleep();
    if (m_stopped)
        co_return anError(ErrorKind::Cancelled);
    live.batch = m_world.page(cursor);
    if (live.batch.isEmpty())
        live.batch = {};
    const std::lock_guard lock(m_world.m_mutex);
    live.events = std::exchange(m_world.m_live, {});
    co_return live;
}

QCoro::Task<Result<QString>> FakePlatform::pushPart(PushRequest request, QString text, int part)
{
    const Verb verb = m_world.splits ? Verb::Part : Verb::Push;
    const Step step = m_world.take(verb);
    QString remoteId;
    const bool arrives = step.happens || (!step.error && !step.stuck);
    if (arrives)
        remoteId = m_world.deliver(request, text, part);
    if (step.stuck) {
        co_await stayStuck(verb);
        co_return anError(ErrorKind::Cancelled, true);
    }
    if (step.error)
        co_return *step.error;
    co_return remoteId;
}

QCoro::Task<Result<PushReceipt>> FakePlatform::push(PushRequest request)
{
    {
        const std::lock_guard lock(m_world.m_mutex);
        m_world.m_requests.append(request);
        if (request.progress)
            m_world.m_progress = request.progress;
    }
    for (const qint64 done : std::as_const(m_world.uploads)) {
        if (request.progress)
            request.progress(done, m_world.uploads.constLast());
    }
    const QStringList parts = m_world.partsOf(request);
    PushReceipt receipt;
    for (int part = request.part; part < parts.size(); ++part) {
        const auto sent = co_await pushPart(request, parts.at(part), part);
        if (!sent)
            co_return sent.error();
        receipt = {};
        receipt.remoteId = *sent;
        if (part + 1 < parts.size())
            request.partSent(receipt);
    }
    const auto *reply = std::get_if<Reply>(&request.command);
    if (reply && reply->privately)
        receipt.privateConversationRemoteId = m_world.privateThread;
    co_return receipt;
}

QCoro::Task<Result<std::optional<PushReceipt>>> FakePlatform::findSent(PushRequest request)
{
    if (const auto error = co_await perform(Verb::FindSent))
        co_return *error;
    co_return m_world.find(request);
}

QCoro::Task<Result<void>> FakePlatform::hideTyping(QString, QJsonObject extra)
{
    {
        const std::lock_guard lock(m_world.m_mutex);
        m_world.m_lamps.append(extra);
    }
    if (const auto error = co_await perform(Verb::TypingOff))
        co_return *error;
    co_return Result<void>{};
}

QCoro::Task<Result<void>> FakePlatform::showTyping(QString, QJsonObject extra)
{
    {
        const std::lock_guard lock(m_world.m_mutex);
        m_world.m_lamps.append(extra);
    }
    if (const auto error = co_await perform(Verb::Typing))
        co_return *error;
    co_return Result<void>{};
}

QCoro::Task<Result<QByteArray>> FakePlatform::download(QString ref, qint64)
{
    if (const auto error = co_await perform(Verb::Download))
        co_return *error;
    const std::lock_guard lock(m_world.m_mutex);
    if (!m_world.m_files.contains(ref))
        co_return anError(ErrorKind::NotFound);
    co_return m_world.m_files.value(ref);
}

FakeSignIn::FakeSignIn(World &world, const platforms::Setup &setup)
    : m_world(world)
    , m_bed(*m_time, this)
{
    const std::lock_guard lock(m_world.m_mutex);
    m_world.m_signIns.append(this);
    m_world.m_signInSecrets = setup.furtherSecrets;
}

FakeSignIn::~FakeSignIn()
{
    const std::lock_guard lock(m_world.m_mutex);
    m_world.m_signIns.removeAll(this);
}

QCoro::Task<Result<QByteArray>> FakeSignIn::secret()
{
    while (!m_outcome)
        co_await m_bed.sleep();
    const Result<QByteArray> outcome = *m_outcome;
    co_return outcome;
}

void FakeSignIn::stop()
{
    if (!m_outcome)
        m_outcome = anError(ErrorKind::Cancelled);
    m_bed.wake();
}

platforms::Entry fakeEntry(std::function<World &(const Account &)> worldOf)
{
    platforms::Entry entry;
    entry.info.id = u"fake"_s;
    entry.info.name = u"Fake"_s;
    entry.info.furtherSecrets = {{u"user"_s, u"User token"_s, {}, false}, {u"app"_s, u"Application key"_s, {}, false}};
    entry.validate = [](Account account) -> Result<Account> {
        if (account.settings.value(u"group"_s) == u"wrong"_s)
            return Error{ErrorKind::Rejected, u"group"_s, u"“group” must be a number, not “wrong”."_s, {}, false};
        return account;
    };
    entry.create = [worldOf](const platforms::Setup &setup) -> std::unique_ptr<platforms::Platform> {
        return std::make_unique<FakePlatform>(worldOf(setup.account), setup);
    };
    entry.info.browserSignIn = SettingCondition{};
    entry.signIn = [worldOf](const platforms::Setup &setup) -> Result<std::unique_ptr<platforms::BrowserSignIn>> {
        return std::unique_ptr<platforms::BrowserSignIn>(std::make_unique<FakeSignIn>(worldOf(setup.account), setup));
    };
    return entry;
}

} // namespace parley::tests
