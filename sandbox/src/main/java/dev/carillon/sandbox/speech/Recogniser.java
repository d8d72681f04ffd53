package dev.carillon.sandbox.speech;

import edu.cmu.sphinx.decoder.Decoder;
import edu.cmu.sphinx.decoder.pruner.SimplePruner;
import edu.cmu.sphinx.decoder.scorer.SimpleAcousticScorer;
import edu.cmu.sphinx.decoder.search.PartitionActiveListFactory;
import edu.cmu.sphinx.decoder.search.SimpleBreadthFirstSearchManager;
import edu.cmu.sphinx.frontend.AutoCepstrum;
import edu.cmu.sphinx.frontend.DataBlocker;
import edu.cmu.sphinx.frontend.FrontEnd;
import edu.cmu.sphinx.frontend.feature.BatchCMN;
import edu.cmu.sphinx.frontend.feature.DeltasFeatureExtractor;
import edu.cmu.sphinx.frontend.feature.FeatureTransform;
import edu.cmu.sphinx.frontend.filter.Preemphasizer;
import edu.cmu.sphinx.frontend.transform.DiscreteFourierTransform;
import edu.cmu.sphinx.frontend.util.StreamDataSource;
import edu.cmu.sphinx.frontend.window.RaisedCosineWindower;
import edu.cmu.sphinx.jsgf.JSGFGrammar;
import edu.cmu.sphinx.linguist.flat.FlatLinguist;
import edu.cmu.sphinx.recognizer.Recognizer;
import edu.cmu.sphinx.result.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Sphinx-4 with one grammar. The beam is narrow: speech from outside the grammar mostly ends in no
/// result instead of in the least wrong sentence. Belongs to one thread.
final class Recogniser {
  private static final int RATE = 16000;
  private static final String GRAMMAR = "phrases";
  private static final double WORD = 0.1;
  private static final double SILENCE = 0.1;
  private static final double FILLER = 1e-2;
  private static final float LANGUAGE_WEIGHT = 8;
  private static final int MOST_ACTIVE = 5000;

  private final StreamDataSource source = new StreamDataSource(RATE, 3200, 16, false, true);
  private final Recognizer recognizer;

  Recogniser(
      AcousticModel sounds, Vocabulary vocabulary, Pronunciations pronunciations, double beam) {
    try {
      Path folder = Files.createTempDirectory("carillon-grammar");
      Path file = folder.resolve(GRAMMAR + ".gram");
      Files.writeString(file, vocabulary.grammar(GRAMMAR));
      JSGFGrammar grammar =
          new JSGFGrammar(
              folder.toUri().toURL(), GRAMMAR, false, true, true, false, pronunciations);
      recognizer = new Recognizer(decoder(sounds, grammar, beam), List.of());
      recognizer.allocate();
      Files.delete(file);
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("a grammar cannot be loaded", e);
    }
  }

  /// The words in samples at 16 kHz; empty when they fit no sentence.
  String words(short[] samples) {
    source.setInputStream(new ByteArrayInputStream(Resampling.littleEndian(samples)));
    Result result = recognizer.recognize();
    return result == null ? "" : result.getBestFinalResultNoFiller();
  }

  private Decoder decoder(AcousticModel sounds, JSGFGrammar grammar, double beam) {
    FlatLinguist linguist =
        new FlatLinguist(
            sounds.model,
            grammar,
            sounds.units,
            WORD,
            SILENCE,
            FILLER,
            1,
            LANGUAGE_WEIGHT,
            false,
            false,
            false,
            false,
            0,
            0,
            sounds.model);
    SimpleBreadthFirstSearchManager search =
        new SimpleBreadthFirstSearchManager(
            linguist,
            new SimplePruner(),
            new SimpleAcousticScorer(frontEnd(sounds), null),
            new PartitionActiveListFactory(MOST_ACTIVE, beam),
            false,
            beam,
            0,
            false);
    return new Decoder(search, false, true, List.of(), Integer.MAX_VALUE);
  }

  private FrontEnd frontEnd(AcousticModel sounds) {
    try {
      return new FrontEnd(
          List.of(
              source,
              new DataBlocker(10),
              new Preemphasizer(0.97),
              new RaisedCosineWindower(0.46, 25.625f, 10f),
              new DiscreteFourierTransform(-1, false),
              new AutoCepstrum(sounds.loader),
              new BatchCMN(),
              new DeltasFeatureExtractor(3),
              new FeatureTransform(sounds.loader)));
    } catch (IOException e) {
      throw new UncheckedIOException("the acoustic model cannot be read", e);
    }
  }
}
