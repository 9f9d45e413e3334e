// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>
#include <utility>
#include <variant>

namespace parley {

/// What went wrong, in the only terms that callers act on. sync alone decides what each means for a row.
enum class ErrorKind {
    Offline, ///< no connection could be made: nothing left this machine
    TimedOut,
    RateLimited, ///< try again after Error::retryAfter
    Unauthorized, ///< the token or password is refused: stop the account and ask for another
    Forbidden, ///< this action is not allowed to us; others may be
    NotFound,
    Rejected, ///< the platform understood and said no; the same request will be refused again
    WindowClosed, ///< too late to write to this customer (24-hour windows and the like)
    BadReply, ///< an answer that cannot be understood, or a server's own failure (5xx)
    Storage, ///< the local cache could not be read or written
    Cancelled, ///< we stopped it ourselves: shutting down, or an account was removed
};

struct Error {
    ErrorKind kind = ErrorKind::BadReply;
    QString detail; ///< for the log; never a token and never a customer's words
    QString words; ///< a translated sentence for the agent; empty: the caller words it from the kind
    std::chrono::milliseconds retryAfter{0}; ///< 0: the platform gave no advice
    /// Sends only: the request may have reached the platform although no answer says so. Such a send is never
    /// simply repeated.
    bool mayHaveArrived = false;
    QString page{}; ///< https page that a person must open before we can go on (a captcha, a validation); empty: none

    [[nodiscard]] bool isRetryable() const
    {
        return kind == ErrorKind::Offline || kind == ErrorKind::TimedOut || kind == ErrorKind::RateLimited
            || kind == ErrorKind::BadReply;
    }
};

/// A value or an Error. Default-constructible because QCoro 0.8's waitFor() asks for it. (std::expected of GCC 12 does
/// not compile inside a coroutine, hence a small type of our own.)
template <typename T>
class [[nodiscard]] Result
{
public:
    using ValueType = T;

    Result()
        : m_state(Error{ErrorKind::BadReply, QStringLiteral("no result was set"), {}, {}, false})
    {
    }
    Result(T value) // NOLINT(google-explicit-constructor): "return value;" is the point
        : m_state(std::in_place_index<1>, std::move(value))
    {
    }
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_state(std::in_place_index<0>, std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return m_state.index() == 1; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const & { return std::get<1>(m_state); }
    [[nodiscard]] T &value() & { return std::get<1>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<1>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    [[nodiscard]] const Error &error() const { return std::get<0>(m_state); }

private:
    std::variant<Error, T> m_state;
};

/// Done, or an Error. Default: done.
template <>
class [[nodiscard]] Result<void>
{
public:
    using ValueType = void;

    Result() = default;
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_error(std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return !m_error.has_value(); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace parley
