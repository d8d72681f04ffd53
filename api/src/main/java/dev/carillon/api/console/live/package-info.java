/// Tells open pages that something they show has changed, so that they fetch it anew.
@NullMarked
package dev.carillon.api.console.live;

import org.jspecify.annotations.NullMarked;
