package dev.carillon.activities.postgres.costs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What providers charge for what they count, from the dated table `prices.tsv` beside this class.
final class Prices {
  private static final int COLUMNS = 4;

  /// @param model the beginning of the models' names it holds for; the longest that fits counts
  private record Price(String provider, String model, String unit, BigDecimal dollars) {}

  private final List<Price> prices;

  private Prices(List<Price> prices) {
    this.prices = List.copyOf(prices);
  }

  /// The table that comes with the release.
  static Prices shipped() {
    try (var file = Prices.class.getResourceAsStream("prices.tsv")) {
      if (file == null) {
        throw new IllegalStateException("prices.tsv is missing");
      }
      var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      return new Prices(
          reader
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Prices::row)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Columns: provider, beginning of the model, unit, dollars, how many units that buys.
  private static Price row(String line) {
    var columns = line.split("\t", -1);
    var dollars = new BigDecimal(columns[COLUMNS - 1]);
    var per = new BigDecimal(columns[COLUMNS]);
    return new Price(
        columns[0], columns[1], columns[2], dollars.divide(per, MathContext.DECIMAL64));
  }

  /// The same with the operator's own, as `provider/model/unit=dollars` for one unit each.
  ///
  /// @throws IllegalStateException naming what is no price
  Prices with(String overrides) {
    var all = new ArrayList<Price>();
    for (var text : overrides.split(",")) {
      if (!text.isBlank()) {
        all.add(override(text.strip()));
      }
    }
    all.addAll(prices);
    return new Prices(all);
  }

  private static Price override(String text) {
    if (!text.matches("[a-z]+/[A-Za-z0-9._-]*/[a-z_]+=\\d{1,6}(\\.\\d{1,12})?")) {
      throw new IllegalStateException(
          "CARILLON_PRICES wants provider/model/unit=dollars, such as"
              + " twilio/outbound/minutes=0.02");
    }
    var sides = text.split("=", -1);
    var key = sides[0].split("/", -1);
    return new Price(key[0], key[1], key[2], new BigDecimal(sides[1]));
  }

  /// Dollars for so much; empty when nobody has said what it costs.
  Optional<BigDecimal> of(Costs.Counted counted) {
    Price best = null;
    for (var price : prices) {
      boolean fits =
          price.provider().equals(counted.provider())
              && price.unit().equals(counted.unit())
              && counted.model().startsWith(price.model());
      // The operator's own come first and win against those as long.
      if (fits && (best == null || price.model().length() > best.model().length())) {
        best = price;
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(best.dollars().multiply(counted.quantity()));
  }
}
