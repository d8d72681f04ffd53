package dev.carillon.worker;

import dev.carillon.policy.ProviderFailure;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.ApplicationFailure;
import org.springframework.dao.DataAccessException;

/// Turns failures into Temporal's, in one place. What is refused for good is not repeated; messages
/// of the database driver, which may hold a person's data, stay here.
final class FailureTranslation extends WorkerInterceptorBase {

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      @Override
      public ActivityOutput execute(ActivityInput input) {
        try {
          return super.execute(input);
        } catch (ProviderFailure failure) {
          throw translated(failure);
        } catch (DataAccessException failure) {
          throw ApplicationFailure.newFailure(
              "the database did not do it", failure.getClass().getSimpleName());
        }
      }
    };
  }

  private static ApplicationFailure translated(ProviderFailure failure) {
    return failure.kind() == ProviderFailure.Kind.REJECTED
        ? ApplicationFailure.newNonRetryableFailure(failure.getMessage(), failure.kind().name())
        : ApplicationFailure.newFailure(failure.getMessage(), failure.kind().name());
  }
}
