package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.Select;
import software.amazon.awssdk.core.SdkBytes;

/** The inspector in a real browser: by mouse, by keyboard, in the dark and on a narrow screen. */
class BrowserTest extends OneNode {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static ChromeDriver browser;

  @BeforeAll
  static void open() {
    boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    if (!"all".equals(System.getenv("HYDRANT_CLIENTS"))) {
      assumeTrue(there, "no Chromium with its driver on this machine");
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  private void visit(String path) {
    browser.get(endpoint().resolve(path).toString());
  }

  private static WebElement find(String css) {
    return browser.findElement(By.cssSelector(css));
  }

  private static boolean isWiderThanTheWindow() {
    Object wider =
        browser.executeScript(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    return Boolean.TRUE.equals(wider);
  }

  @Test
  void a_person_walks_from_the_overview_through_a_stream_s_history() {
    String stream = activeStream();
    encrypt(stream, newKey());
    visit("/_hydrant/");
    browser.findElement(By.linkText(stream)).click();
    assertThat(find("h1").getText()).isEqualTo(stream);
    List<WebElement> steps = browser.findElements(By.cssSelector("ol.timeline li"));
    assertThat(steps).hasSizeGreaterThan(4);
    assertThat(find("pre").getText()).contains("\"Status\" : \"ENABLED\"");

    steps.get(0).findElement(By.tagName("a")).click();
    assertThat(browser.getCurrentUrl()).endsWith("?at=1");
    assertThat(find("pre").getText()).contains("\"Status\" : \"DISABLED\"");
    browser.findElement(By.linkText("later →")).click();
    assertThat(browser.getCurrentUrl()).endsWith("?at=2");
    browser.navigate().back();
    assertThat(browser.getCurrentUrl()).endsWith("?at=1");
  }

  @Test
  void the_keyboard_alone_is_enough() {
    String stream = activeStream();
    visit("/_hydrant/streams/000000000000/us-east-1/" + stream + "?at=1");
    for (int pressed = 0; pressed < 10; pressed++) {
      browser.switchTo().activeElement().sendKeys(Keys.TAB);
      if (browser.switchTo().activeElement().getText().equals("later →")) {
        break;
      }
    }
    browser.switchTo().activeElement().sendKeys(Keys.ENTER);
    assertThat(browser.getCurrentUrl()).endsWith("?at=2");
    assertThat(find("[aria-current=step]").getText()).isNotBlank();
    assertThat(find("nav.steps").getDomAttribute("aria-label")).isEqualTo("Steps");
    assertThat(find("svg").getDomAttribute("role")).isEqualTo("img");
  }

  @Test
  void the_clock_is_moved_from_the_page() {
    String stream = newName();
    create(stream, 300);
    firehose.putRecord(
        r -> r.deliveryStreamName(stream).record(x -> x.data(SdkBytes.fromUtf8String("one"))));
    visit("/_hydrant/");
    assertThat(find("main").getText()).contains("1 record, 3 B");
    new Select(find("#advance")).selectByVisibleText("5 minutes");
    find("#advance + button").click();
    assertThat(browser.getCurrentUrl()).endsWith("/_hydrant/");
    await()
        .untilAsserted(
            () -> {
              visit("/_hydrant/");
              assertThat(find("main").getText()).doesNotContain("1 record, 3 B");
            });
  }

  @Test
  void a_key_explains_who_may_do_what() {
    String key = newKey();
    visit("/_hydrant/keys/000000000000/us-east-1/" + key.substring(key.indexOf('/') + 1));
    find("#principal").sendKeys("arn:aws:iam::111122223333:user/eve");
    find("#principal ~ button").click();
    await()
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(find("body").getText())
                    .contains(
                        "\"allowed\":false",
                        "no resource-based policy allows the kms:GenerateDataKey action"));
  }

  @Test
  void every_page_fits_a_narrow_screen_and_loads_without_a_complaint_in_both_themes() {
    String stream = activeStream();
    String key = newKey();
    encrypt(stream, key);
    for (String theme : List.of("light", "dark")) {
      browser.executeCdpCommand(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
      for (Dimension size : List.of(new Dimension(400, 800), new Dimension(1280, 900))) {
        browser.manage().window().setSize(size);
        for (String path :
            List.of(
                "/_hydrant/",
                "/_hydrant/streams/000000000000/us-east-1/" + stream,
                "/_hydrant/keys/000000000000/us-east-1/" + key.substring(key.indexOf('/') + 1))) {
          visit(path);
          assertThat(isWiderThanTheWindow()).as(theme + " " + size + " " + path).isFalse();
          assertThat(find("h1").isDisplayed()).isTrue();
          assertThat(browser.manage().logs().get("browser").getAll()).as(path).isEmpty();
        }
      }
    }
    browser.manage().window().setSize(new Dimension(1280, 900));
  }
}
