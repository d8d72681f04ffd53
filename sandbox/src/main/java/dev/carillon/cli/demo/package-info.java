/// The demo: ten scripted people, a reminder campaign over them on a platform of its own, the table
/// of what came of it.
@NullMarked
package dev.carillon.cli.demo;

import org.jspecify.annotations.NullMarked;
