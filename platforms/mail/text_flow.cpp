// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/text_flow.h"

#include <algorithm>

namespace parley::platforms::mail {

namespace {
constexpr int kDeepestQuote =
    10; ///< marks at the beginning of a line, so that a mail quoted a thousand times stays readable
}

void TextFlow::put(QChar c)
{
    const auto marks = std::min(m_quotes, kDeepestQuote);
    for (; m_breaks > 0; --m_breaks) {
        if (m_text.isEmpty())
            continue;
        m_text += u'\n';
        m_atStart = true;
        if (m_breaks > 1) {
            for (int i = 0; i < marks; ++i)
                m_text += u'>';
        }
    }
    if (m_atStart) {
        for (int i = 0; i < marks; ++i)
            m_text += u"> ";
        m_space = false;
        m_atStart = false;
    }
    if (m_space)
        m_text += u' ';
    m_space = false;
    m_text += c;
}

void TextFlow::add(QStringView piece, bool preformatted)
{
    for (const QChar c : piece) {
        if (preformatted && c == u'\n') {
            ++m_breaks;
        } else if (preformatted && c == u' ') {
            put(c);
        } else if (c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f') {
            m_space = true;
        } else if (c != QChar(0xAD) && c != QChar(0x200B)
            && c != QChar(0xFEFF)) { // soft hyphens and nothings fill preheaders
            put(c == QChar::Nbsp ? QChar(u' ') : c);
        }
    }
}

void TextFlow::lineBreak()
{
    m_breaks = std::min(m_breaks + 1, 2);
    m_space = false;
}

void TextFlow::block()
{
    m_breaks = std::max(m_breaks, 1);
    m_space = false;
}

void TextFlow::paragraph()
{
    m_breaks = 2;
    m_space = false;
}

void TextFlow::quote(bool begin)
{
    m_breaks = std::max(m_breaks, 1);
    m_quotes = std::max(0, m_quotes + (begin ? 1 : -1));
}

QString TextFlow::take()
{
    return std::move(m_text).trimmed();
}

} // namespace parley::platforms::mail
