/// The forms of campaigns as words and values, without a server.
@NullMarked
package dev.carillon.api.console.campaigns;

import org.jspecify.annotations.NullMarked;
