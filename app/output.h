// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace parley::app {

/// Where a command's lines go: a terminal, or the program that asked a running Parley to carry it out. One thread at a
/// time.
class Output
{
public:
    virtual ~Output() = default;
    virtual void out(const QByteArray &bytes) = 0; ///< UTF-8
    virtual void err(const QString &line) = 0; ///< without the line's end
    /// \return false: something that was written has not arrived (disk full)
    virtual bool flush() = 0;
};

/// Standard output and standard error.
class StandardOutput final : public Output
{
public:
    void out(const QByteArray &bytes) override;
    void err(const QString &line) override;
    bool flush() override;

private:
    bool m_failed = false;
};

} // namespace parley::app
