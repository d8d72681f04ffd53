/// What happened: the append-only event log that live views read, transcripts, texts, and the
/// timeline of a person made of both. Who decides and dials lives in the packages beside this one.
@NullMarked
package dev.carillon.activities.postgres.events;

import org.jspecify.annotations.NullMarked;
