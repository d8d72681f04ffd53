/// The embedded PostgreSQL: real server binaries as a process of its own, its data folder, its two
/// roles. Production brings a server of its own and uses none of this.
@NullMarked
package dev.carillon.platform.postgres;

import org.jspecify.annotations.NullMarked;
