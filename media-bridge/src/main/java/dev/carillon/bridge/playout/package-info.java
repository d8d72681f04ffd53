/// What goes on the line and how far it has been played: the port of a phone line, the bounded
/// lead, the marks. Knows neither who speaks nor what a call is.
@NullMarked
package dev.carillon.bridge.playout;

import org.jspecify.annotations.NullMarked;
