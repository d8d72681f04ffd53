/// The rule files: reads the versioned data of calling rules and zones into the kernel's records.
/// What the rules mean is the kernel's part.
@NullMarked
package dev.carillon.activities.rules;

import org.jspecify.annotations.NullMarked;
