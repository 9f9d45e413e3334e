// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace parley::platforms::mail {

/// A customer's HTML made fit to show: nothing in it runs, loads, or pretends.
///
/// Allowed are text, lists, tables, headings, links and quotes; everything else goes, scripts, styles and form controls
/// with their content. Of inline styles only weight, slant, lines and alignment stay; what the sender hid is dropped.
/// - Remote images become <span class="parley-remote-image" title="ADDRESS">[alt]</span>; nothing is ever loaded.
///   cid: images stay as <img src="cid:…">, their bytes are attachments.
/// - Links keep http, https, mailto and tel; the target stands in title, and visibly behind the link where its text
/// names
///   another host. Characters that turn the direction of writing are written out (⟦U+202E⟧) in links and targets.
/// - Quoted earlier mails are in <blockquote class="parley-quote">.
struct CleanHtml {
    QString html; ///< a fragment without html and body
    QString text; ///< the same to read and to search; quoted lines begin with "> "
    int remoteImages = 0; ///< placeholders, tracking pixels not counted
};

/// Pure, any thread, bounded in memory and time on any input.
/// \param html  as decoded from the mail's charset
[[nodiscard]] CleanHtml cleanHtml(const QString &html);

/// Writes out the characters that override the direction of writing (U+202D, U+202E), with which names and addresses
/// are forged. \param all  also the embeddings and isolates, which honest Arabic or Hebrew text may have but no link
[[nodiscard]] QString showDirectionMarks(const QString &text, bool all);

} // namespace parley::platforms::mail
