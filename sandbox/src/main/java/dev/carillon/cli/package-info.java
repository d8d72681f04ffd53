/// The command line. Commands that run the platform use `dev.carillon.platform`; the others talk to
/// a running one through its REST API.
@NullMarked
package dev.carillon.cli;

import org.jspecify.annotations.NullMarked;
