// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/example_desk.h"

namespace parley::tests {

/// Beside the example desk: a community whose posts are commented, and a group to which signed-out visitors write.
/// Tickets "olga" (a comment with its private continuation), "closed" (a refused private answer), "public" (comments
/// only), "visitor" (a form) and "visitor2".
void fillExampleCommunity(storage::Store &store, ExampleDesk &desk, Timestamp now);

} // namespace parley::tests
