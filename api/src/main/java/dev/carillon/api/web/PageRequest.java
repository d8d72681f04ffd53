package dev.carillon.api.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `?limit=&cursor=` of a list route: at most 200, 50 unless said. Declared as a parameter; a limit
/// or cursor that is not ours is answered 400 before the route is called.
public final class PageRequest {
  private final Cursors cursors;
  private final String list;
  private final int limit;
  private final @Nullable Position after;

  PageRequest(Cursors cursors, String list, int limit, @Nullable Position after) {
    this.cursors = cursors;
    this.list = list;
    this.limit = limit;
    this.after = after;
  }

  /// How many rows to read: one more than a page holds, which shows whether there is another.
  public int rows() {
    return limit + 1;
  }

  /// The last place already seen; empty for the first page.
  public Optional<Position> after() {
    return Optional.ofNullable(after);
  }

  /// The page made of `rows`, which hold one more than fits when there is another page.
  public <R, T> Page<T> page(List<R> rows, Function<R, Position> position, Function<R, T> item) {
    boolean more = rows.size() > limit;
    var shown = more ? rows.subList(0, limit) : rows;
    var next = more ? cursors.write(list, position.apply(shown.getLast())) : null;
    return new Page<>(shown.stream().map(item).toList(), next);
  }
}
