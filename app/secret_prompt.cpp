// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secret_prompt.h"

#include <QtGlobal>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace parley::app {

namespace {

#ifdef Q_OS_WIN

bool isTerminal()
{
    return _isatty(_fileno(stdin)) != 0;
}

/// Switches the terminal's echo off while it lives.
class NoEcho
{
public:
    NoEcho()
        : m_input(GetStdHandle(STD_INPUT_HANDLE))
    {
        GetConsoleMode(m_input, &m_before);
        SetConsoleMode(m_input, m_before & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~NoEcho() { SetConsoleMode(m_input, m_before); }
    NoEcho(const NoEcho &) = delete;
    NoEcho &operator=(const NoEcho &) = delete;

private:
    HANDLE m_input;
    DWORD m_before = 0;
};

#else

bool isTerminal()
{
    return isatty(STDIN_FILENO) != 0;
}

/// Switches the terminal's echo off while it lives.
class NoEcho
{
public:
    NoEcho()
    {
        m_known = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_known)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~NoEcho()
    {
        if (m_known)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    NoEcho(const NoEcho &) = delete;
    NoEcho &operator=(const NoEcho &) = delete;

private:
    termios m_before{};
    bool m_known = false;
};

#endif

QByteArray firstLine()
{
    constexpr qsizetype longest = 64 * 1024; // OAuth tokens are long; a file given by mistake is longer
    QByteArray line;
    for (int byte = std::fgetc(stdin); byte != EOF && byte != '\n' && line.size() < longest; byte = std::fgetc(stdin))
        line.append(char(byte));
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

} // namespace

QByteArray readSecret(const QString &prompt)
{
    if (!isTerminal())
        return firstLine();
    const QByteArray question = prompt.toLocal8Bit();
    std::fputs(question.constData(), stderr);
    std::fflush(stderr);
    const NoEcho silent;
    const QByteArray line = firstLine();
    std::fputs("\n", stderr);
    return line;
}

} // namespace parley::app
