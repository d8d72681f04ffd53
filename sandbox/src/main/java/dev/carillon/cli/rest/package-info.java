/// Carillon's REST API as the command line uses it: requests, the few fields of the answers that
/// are shown, and errors as one line.
@NullMarked
package dev.carillon.cli.rest;

import org.jspecify.annotations.NullMarked;
