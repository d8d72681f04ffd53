/// The steps of running a campaign from the command line: bringing in a list of people, watching
/// how it goes.
@NullMarked
package dev.carillon.cli.campaign;

import org.jspecify.annotations.NullMarked;
