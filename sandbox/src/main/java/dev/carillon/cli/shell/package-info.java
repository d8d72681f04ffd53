/// What every command needs: the variables it was started with, a terminal to print on, a platform
/// to talk to, an orderly end.
@NullMarked
package dev.carillon.cli.shell;

import org.jspecify.annotations.NullMarked;
