package dev.carillon.booking;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// Keeps one promise: what was booked, moved or cancelled stands in the calendar in the end, or the
/// person is told that it does not hold. Workflow id `booking/{appointmentId}`.
@WorkflowInterface
public interface BookingWorkflow {

  @WorkflowMethod(name = "Booking")
  void run(BookingRef booking);

  /// The appointment has changed.
  @SignalMethod(name = "changed")
  void changed();
}
