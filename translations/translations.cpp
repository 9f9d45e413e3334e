// SPDX-License-Identifier: GPL-3.0-or-later
// Gives the library of the embedded translations a source of its own: its content is in the .ts files.
