/// Who may be called when: rules as records, candidate time zones, windows, and the pure decision
/// that leaves a receipt. Rule files are parsed elsewhere; nothing here knows what time it is.
@NullMarked
package dev.carillon.compliance;

import org.jspecify.annotations.NullMarked;
