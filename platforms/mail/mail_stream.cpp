// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/mail_stream.h"

#include "platforms/mail/mail_errors.h"
#include "platforms/mail/mail_words.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

#include <libetpan/mailstream_low.h>
#include <libetpan/mmapstring.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <mutex>

using namespace Qt::StringLiterals;

struct mailstream_cancel; // libetpan names it only in passing

namespace parley::platforms::mail {

namespace {

constexpr qint64 kSlowestRate = 2; ///< bytes a ms (16 kbit/s); what is slower runs into the time-out
constexpr qint64 kReadBuffer = 1 << 20; ///< bytes; a server that sends faster than we read waits

MailStream *streamOf(mailstream_low *low)
{
    return static_cast<MailStream *>(low->data);
}

ssize_t readLow(mailstream_low *low, void *buffer, size_t size)
{
    return ssize_t(streamOf(low)->read(static_cast<char *>(buffer), qint64(size)));
}

ssize_t writeLow(mailstream_low *low, const void *buffer, size_t size)
{
    return ssize_t(streamOf(low)->write(static_cast<const char *>(buffer), qint64(size)));
}

int closeLow(mailstream_low *low)
{
    streamOf(low)->close();
    return 0;
}

int noDescriptor(mailstream_low *)
{
    return -1;
}

void freeLow(mailstream_low *low)
{
    std::free(low); // as mailstream_low_new() allocated it; the connection is not the library's
}

void noCancel(mailstream_low *) { }
struct ::mailstream_cancel *noCancelObject(mailstream_low *)
{
    return nullptr;
}
carray *noCertificates(mailstream_low *)
{
    return nullptr;
}
int notDoneHere(mailstream_low *)
{
    return -1;
}

mailstream_low_driver *driver()
{
    static mailstream_low_driver qtDriver = {readLow, writeLow, closeLow, noDescriptor, freeLow, noCancel,
        noCancelObject, noCertificates, notDoneHere, notDoneHere, notDoneHere};
    return &qtDriver;
}

} // namespace

MailStream::MailStream(
    Endpoint server, const MailSettings &settings, const Timeouts &timeouts, std::shared_ptr<Waits> waits)
    : m_server(std::move(server))
    , m_security(m_server.security)
    , m_caFile(settings.caFile)
    , m_timeouts(timeouts)
    , m_waits(std::move(waits))
{
    static std::once_flag once;
    // The library would put strings over 8 MB into files in /tmp: customers' mails, readable.
    std::call_once(once, [] { mmap_string_set_ceil(std::numeric_limits<size_t>::max()); });
    m_socket.setReadBufferSize(kReadBuffer);
    const auto wake = [this] { m_waits->wake(); };
    QObject::connect(&m_socket, &QAbstractSocket::connected, wake);
    QObject::connect(&m_socket, &QAbstractSocket::disconnected, wake);
    QObject::connect(&m_socket, &QAbstractSocket::errorOccurred, wake);
    QObject::connect(&m_socket, &QAbstractSocket::readyRead, wake);
    QObject::connect(&m_socket, &QAbstractSocket::bytesWritten, wake);
    QObject::connect(&m_socket, &QSslSocket::encryptedBytesWritten, wake);
    QObject::connect(&m_socket, &QSslSocket::encrypted, wake);
    QObject::connect(&m_socket, &QSslSocket::sslErrors, [this](const QList<QSslError> &errors) {
        if (!errors.isEmpty())
            m_tlsWhy = errors.first().errorString();
    });
}

MailStream::~MailStream()
{
    m_socket.disconnect(); // our own slots: nothing is woken by what the destructor does
    m_socket.abort();
}

mailstream *MailStream::open()
{
    auto *low = mailstream_low_new(this, driver());
    return mailstream_new(low, 16'384);
}

Result<void> MailStream::connect()
{
    QElapsedTimer timer;
    timer.start();
    m_socket.setPeerVerifyName(m_server.host);
    m_socket.connectToHost(m_server.host, m_server.port);
    while (m_socket.state() != QAbstractSocket::ConnectedState) {
        if (m_waits->isStopped())
            return cancelled();
        if (m_socket.state() == QAbstractSocket::UnconnectedState)
            return unreachable(m_server, m_socket.errorString());
        if (timer.elapsed() >= m_timeouts.connecting)
            return unreachable(m_server, u"no answer"_s);
        m_waits->wait(int(m_timeouts.connecting - timer.elapsed()));
    }
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    if (m_security == Security::None && !m_socket.peerAddress().isLoopback())
        return untrusted(m_server, u"without encryption"_s, false);
    beginCommand();
    return m_security == Security::Tls ? encrypt() : Result<void>{};
}

Result<void> MailStream::encrypt()
{
    auto configuration = m_socket.sslConfiguration();
    if (!m_caFile.isEmpty())
        configuration.addCaCertificates(QSslCertificate::fromPath(m_caFile));
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_socket.setSslConfiguration(configuration);
    m_socket.setPeerVerifyName(m_server.host);
    QElapsedTimer timer;
    timer.start();
    m_socket.startClientEncryption();
    while (!m_socket.isEncrypted()) {
        if (m_waits->isStopped())
            return cancelled();
        if (!m_tlsWhy.isEmpty())
            return untrusted(m_server, m_tlsWhy, !m_caFile.isEmpty());
        if (m_socket.state() != QAbstractSocket::ConnectedState) {
            // Not TLS at all on this port, or an alert: the server's side ended the handshake.
            const bool cut = m_socket.error() == QAbstractSocket::RemoteHostClosedError;
            return cut ? cutOff(m_server) : untrusted(m_server, m_socket.errorString(), !m_caFile.isEmpty());
        }
        if (timer.elapsed() >= m_timeouts.connecting)
            return timedOut(m_server);
        m_waits->wait(int(m_timeouts.connecting - timer.elapsed()));
    }
    return {};
}

Result<void> MailStream::startTls(mailstream *stream)
{
    if (stream->read_buffer_len > 0 || m_socket.bytesAvailable() > 0)
        return untrusted(m_server, u"data was slipped in before encryption"_s, !m_caFile.isEmpty());
    return encrypt();
}

bool MailStream::isAlive()
{
    m_waits->wait(0); // what happened while nobody was waiting
    return isConnected() && m_socket.bytesAvailable() == 0;
}

void MailStream::beginCommand(qint64 atMost, int silence)
{
    m_silence = silence > 0 ? std::min(silence, m_timeouts.silence) : m_timeouts.silence;
    m_command.start();
    m_moved = 0;
    m_received = 0;
    m_most = atMost;
    m_error.reset();
}

int MailStream::remaining() const
{
    const auto left = m_silence + m_moved / kSlowestRate - m_command.elapsed();
    return int(std::clamp<qint64>(left, 0, m_silence));
}

bool MailStream::mayGoOn()
{
    if (m_waits->isStopped())
        m_error = cancelled();
    else if (m_socket.state() != QAbstractSocket::ConnectedState)
        m_error = cutOff(m_server);
    else if (remaining() == 0)
        m_error = timedOut(m_server);
    return !m_error;
}

qint64 MailStream::read(char *buffer, qint64 size)
{
    if (m_error)
        return -1;
    while (m_socket.bytesAvailable() == 0) {
        if (!mayGoOn())
            return -1;
        m_waits->wait(remaining());
    }
    if (m_waits->isStopped()) {
        m_error = cancelled();
        return -1;
    }
    const auto count = m_socket.read(buffer, size);
    m_moved += std::max<qint64>(count, 0);
    m_received += std::max<qint64>(count, 0);
    if (m_received > m_most) {
        m_error = unintelligible(m_server, MailWords::tr("far more than was asked for"));
        return -1;
    }
    if (remaining() == 0) { // drips: each byte comes before the time is up, all of them never
        m_error = timedOut(m_server);
        return -1;
    }
    return count;
}

qint64 MailStream::write(const char *buffer, qint64 size)
{
    if (m_error || !mayGoOn())
        return -1;
    if (m_socket.write(buffer, size) != size) {
        m_error = cutOff(m_server);
        return -1;
    }
    m_socket.flush();
    while (m_socket.bytesToWrite() > 0 || m_socket.encryptedBytesToWrite() > 0) {
        if (!mayGoOn())
            return -1;
        m_waits->wait(remaining());
    }
    m_moved += size;
    if (onMoved)
        onMoved(m_moved);
    return size;
}

Result<bool> MailStream::waitForNews(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (m_socket.bytesAvailable() == 0) {
        if (m_waits->isStopped())
            return cancelled();
        if (m_waits->isInterrupted() || timer.elapsed() >= ms)
            return false;
        if (m_socket.state() != QAbstractSocket::ConnectedState)
            return cutOff(m_server);
        m_waits->wait(int(ms - timer.elapsed()));
    }
    return true;
}

Error MailStream::error() const
{
    if (m_error)
        return *m_error;
    return m_socket.state() == QAbstractSocket::ConnectedState ? unintelligible(m_server, {}) : cutOff(m_server);
}

void MailStream::close()
{
    m_socket.abort();
}

} // namespace parley::platforms::mail
