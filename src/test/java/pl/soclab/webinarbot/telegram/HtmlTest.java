package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.RichText;

class HtmlTest {
  @Test
  void nothingFromAFileBecomesMarkup() {
    RichText text =
        new RichText.Builder().plain("<b>nie</b> & \"tak\" ").bold("a<b").code("x&lt;y").build();

    assertThat(Html.of(text))
        .isEqualTo(
            "&lt;b&gt;nie&lt;/b&gt; &amp; &quot;tak&quot; <b>a&lt;b</b><code>x&amp;lt;y</code>");
  }
}
