package dev.carillon.api.web.intake;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.api.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/// Does once what a form asks for, however often it is sent: sent again it gets the first answer.
/// What was refused or failed was not done, and frees the key.
public final class SentForms {
  private final IdempotencyKeys keys;
  private final TenantTransactions transactions;
  private final Ids ids;

  SentForms(IdempotencyKeys keys, TenantTransactions transactions, Ids ids) {
    this.keys = keys;
    this.transactions = transactions;
    this.ids = ids;
  }

  public SentForm read(HttpServletRequest request) {
    return SentForm.of(request, ids);
  }

  /// Does what the database alone does, in one transaction with the key: who comes second waits for
  /// the first.
  ///
  /// @return where to go next
  public String stored(UUID tenantId, SentForm form, Supplier<String> work) {
    return transactions.in(
        tenantId,
        () ->
            switch (claim(tenantId, form)) {
              case IdempotencyKeys.Claim.Fresh _ -> kept(tenantId, form, work.get());
              case IdempotencyKeys.Claim.Answered(KeptAnswer answer) -> answer.body();
              case IdempotencyKeys.Claim.OtherRequest _ -> throw reused();
              case IdempotencyKeys.Claim.UnderWay _ ->
                  throw ProblemException.conflict("This is being done already.");
            });
  }

  /// Does what goes out of the house, outside any transaction.
  ///
  /// @param meanwhile where to go next while the first is under way
  /// @return where to go next
  public String sent(UUID tenantId, SentForm form, String meanwhile, Supplier<String> work) {
    return switch (claim(tenantId, form)) {
      case IdempotencyKeys.Claim.Fresh _ -> send(tenantId, form, work);
      case IdempotencyKeys.Claim.Answered(KeptAnswer answer) -> answer.body();
      case IdempotencyKeys.Claim.OtherRequest _ -> throw reused();
      case IdempotencyKeys.Claim.UnderWay _ -> meanwhile;
    };
  }

  private String send(UUID tenantId, SentForm form, Supplier<String> work) {
    boolean answered = false;
    try {
      var answer = kept(tenantId, form, work.get());
      answered = true;
      return answer;
    } finally {
      if (!answered) {
        keys.release(tenantId, form.route(), form.key().toString());
      }
    }
  }

  private IdempotencyKeys.Claim claim(UUID tenantId, SentForm form) {
    return keys.claim(tenantId, form.route(), form.key().toString(), form.hash());
  }

  private String kept(UUID tenantId, SentForm form, String answer) {
    var found = new KeptAnswer(HttpStatus.FOUND.value(), null, answer);
    keys.keep(tenantId, form.route(), form.key().toString(), found);
    return answer;
  }

  private static ProblemException reused() {
    return ProblemException.conflict(
        "This form was sent before with something else in it. Look what came of it; to do this too,"
            + " send it again.");
  }
}
