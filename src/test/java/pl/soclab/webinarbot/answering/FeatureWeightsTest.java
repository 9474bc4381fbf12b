package pl.soclab.webinarbot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.answering.FeatureWeights.Weights;

class FeatureWeightsTest {
  private static final int TOPICS = 200;

  private static FeatureWeights written(FeatureWeights weights) throws IOException {
    var bytes = new ByteArrayOutputStream();
    // In its file it stands behind the names of the topics.
    bytes.write(7);
    weights.write(new DataOutputStream(bytes));
    return FeatureWeights.read(ByteBuffer.wrap(bytes.toByteArray()).position(1));
  }

  private static Map<String, Weights> many(Random random) {
    var all = new TreeMap<String, Weights>();
    for (int i = 0; i < 5_000; i++) {
      int count = random.nextInt(20);
      var of = new Weights(new int[count], new float[count]);
      for (int topic = 0; topic < count; topic++) {
        of.topics()[topic] = topic * TOPICS / 20;
        of.weights()[topic] = random.nextFloat() - 0.5f;
      }
      all.put((i % 3 == 0 ? "g:ję" : "g:що") + Integer.toString(i * 7919, 36), of);
    }
    return all;
  }

  @Test
  void everyFeatureSaysWhatItWasTaught() throws IOException {
    Map<String, Weights> taught = many(new Random(1));

    FeatureWeights weights = written(FeatureWeights.of(taught));

    taught.forEach(
        (feature, of) -> {
          double[] margins = new double[TOPICS];
          double[] expected = new double[TOPICS];
          assertThat(weights.addTo(margins, feature, 0.7)).isTrue();
          for (int i = 0; i < of.topics().length; i++) {
            expected[of.topics()[i]] = of.weights()[i] * 0.7;
            assertThat(weights.weight(feature, of.topics()[i])).isEqualTo(of.weights()[i]);
          }
          assertThat(margins).isEqualTo(expected);
          assertThat(weights.weight(feature, TOPICS - 1)).isZero();
        });
  }

  @Test
  void featureThatNobodyTaughtSaysNothing() throws IOException {
    FeatureWeights weights = written(FeatureWeights.of(many(new Random(2))));
    double[] margins = new double[TOPICS];

    for (int i = 0; i < 1_000; i++) {
      assertThat(weights.addTo(margins, "l:nieznane" + i, 1)).isFalse();
      assertThat(weights.weight("l:nieznane" + i, 0)).isZero();
    }

    assertThat(margins).containsOnly(0);
  }

  @Test
  void nothingIsKnownWhereNothingWasTaught() throws IOException {
    FeatureWeights weights = written(FeatureWeights.of(Map.of()));

    assertThat(weights.addTo(new double[1], "l:słowo", 1)).isFalse();
  }
}
