// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace parley::platforms::mail {

/// The context of everything that this folder says to a person.
class MailWords
{
    Q_DECLARE_TR_FUNCTIONS(MailWords)
};

} // namespace parley::platforms::mail
