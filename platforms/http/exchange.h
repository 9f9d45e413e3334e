// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"
#include "platforms/http/baton.h"
#include "platforms/http/request.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

class QNetworkAccessManager;

namespace parley::platforms::http {

class OneShotBody;

/// One request under way, with its two time-outs and its bound on the answer. Ends exactly once: with an answer of any
/// status, or with the error that broke it off. Whoever waits is never resumed inside a signal of Qt's network classes,
/// so it may let go of everything there. Made with make_shared.
class Exchange : public QObject, public std::enable_shared_from_this<Exchange>
{
public:
    Exchange(QNetworkAccessManager &network, Request request);
    ~Exchange() override;

    void cancel(); ///< ends it with Cancelled
    [[nodiscard]] Baton &ended() { return m_ended; }
    [[nodiscard]] Result<Answer> takeOutcome() { return std::move(m_outcome); }

private:
    void connectReply();
    void readSome();
    void finished();
    void breakOff(QNetworkReply::NetworkError code);
    void tooLong();
    void end(Result<Answer> outcome);
    [[nodiscard]] bool requestLeft() const;
    [[nodiscard]] Answer answer() const;

    Request m_request;
    OneShotBody *m_body = nullptr;
    QPointer<QNetworkReply> m_reply;
    QTimer m_whole;
    QTimer m_stall;
    QString m_tlsWhy;
    QByteArray m_received;
    bool m_tooLong = false;
    Result<Answer> m_outcome;
    Baton m_ended;
};

} // namespace parley::platforms::http
