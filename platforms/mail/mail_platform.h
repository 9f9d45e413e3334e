// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/mail/mail_settings.h"
#include "platforms/platform.h"

#include <memory>

namespace parley::platforms::mail {

/// Mail as a platform, for the registry.
[[nodiscard]] Entry entry();

/// The same with other time-outs, for tests.
[[nodiscard]] std::unique_ptr<Platform> connectMail(const Setup &setup, const Timeouts &timeouts);

/// The sign-in in the browser of an account with auth=xoauth2; Rejected with words for any other.
[[nodiscard]] Result<std::unique_ptr<BrowserSignIn>> signInFor(const Setup &setup);

} // namespace parley::platforms::mail
