/// Operating-system processes that belong to the platform: started detached, watched, started again
/// when they die, ended in order. Knows nothing of what the processes are.
@NullMarked
package dev.carillon.platform.process;

import org.jspecify.annotations.NullMarked;
