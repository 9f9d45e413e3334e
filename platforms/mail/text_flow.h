// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parley::platforms::mail {

/// Builds readable text from the pieces of an HTML document: white space collapsed, blocks apart, quotes marked with ">
/// ".
class TextFlow
{
public:
    void add(QStringView piece, bool preformatted); ///< text between tags
    void lineBreak(); ///< ends the line; twice makes an empty one
    void block(); ///< the next piece begins a line
    void paragraph(); ///< the next piece begins after an empty line
    void quote(bool begin); ///< enters or leaves a quoted block
    [[nodiscard]] QString take(); ///< trimmed

private:
    void put(QChar c);

    QString m_text;
    int m_quotes = 0;
    int m_breaks = 0; ///< line ends due before the next piece
    bool m_space = false; ///< a space due before the next piece
    bool m_atStart = true; ///< of a line
};

} // namespace parley::platforms::mail
