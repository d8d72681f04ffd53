package dev.carillon.api;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Debian's Chromium, and what its pages complained about.
public final class Chromium implements AutoCloseable {
  public static final int DESK = 1280;
  public static final int PHONE = 390;

  private final Playwright playwright;
  private final Browser browser;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  public Chromium() {
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox", "--no-proxy-server")));
  }

  /// A fresh page, at a desk by day.
  public Page page() {
    return page(DESK, ColorScheme.LIGHT, true);
  }

  public Page page(int width, ColorScheme scheme, boolean scripts) {
    var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 844 : 900)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(scripts));
    contexts.add(context);
    var page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    return page;
  }

  /// Errors and warnings of all pages so far.
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /// Closes all pages and forgets their complaints.
  public void clear() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    complaints.clear();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
