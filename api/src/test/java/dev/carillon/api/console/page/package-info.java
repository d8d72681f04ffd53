/// What pages say when something was not done.
@NullMarked
package dev.carillon.api.console.page;

import org.jspecify.annotations.NullMarked;
