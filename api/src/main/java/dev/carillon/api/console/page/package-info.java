/// What all pages of the console share: the frame around them, and what is shown when something
/// cannot be done.
@NullMarked
package dev.carillon.api.console.page;

import org.jspecify.annotations.NullMarked;
