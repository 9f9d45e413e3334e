// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <gumbo.h>

#include <memory>

namespace parley::platforms::mail {

/// A parsed HTML document, in an arena of its own that goes at once: gumbo frees node by node by recursion, which a
/// mail of deeply nested tags turns into a stack overflow.
class HtmlTree
{
public:
    explicit HtmlTree(const QString &html);
    ~HtmlTree();
    HtmlTree(const HtmlTree &) = delete;
    HtmlTree &operator=(const HtmlTree &) = delete;

    /// Null for what would cost too much: nested or left open beyond any honest mail. Use textWithoutTags() then.
    [[nodiscard]] const GumboNode *root() const { return m_output ? m_output->root : nullptr; }

    struct Arena;

private:
    QByteArray m_source; ///< gumbo points into it
    std::unique_ptr<Arena> m_arena;
    GumboOutput *m_output = nullptr;
};

/// What stands outside of tags, scripts and styles; entities resolved where simple. For documents too wild to parse.
[[nodiscard]] QString textWithoutTags(const QString &html);

} // namespace parley::platforms::mail
