package dev.carillon.sandbox.speech;

import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.TiedStateAcousticModel;
import java.net.MalformedURLException;

/// The US English sounds that come with Sphinx-4, about 50 MB. Its scores are cached inside, so it
/// belongs to one thread.
final class AcousticModel {
  private static final String PLACE = "resource:/edu/cmu/sphinx/models/en-us/en-us";
  private static final float MIXTURE_FLOOR = 1e-7f;
  private static final float VARIANCE_FLOOR = 1e-4f;
  private static final int GAUSSIANS = 4;

  final UnitManager units = new UnitManager();
  final Sphinx3Loader loader;
  final TiedStateAcousticModel model;

  AcousticModel() {
    try {
      loader = new Sphinx3Loader(PLACE, units, 0f, MIXTURE_FLOOR, VARIANCE_FLOOR, GAUSSIANS, true);
    } catch (MalformedURLException | ClassNotFoundException e) {
      throw new IllegalStateException("the acoustic model is missing", e);
    }
    model = new TiedStateAcousticModel(loader, units, true);
  }
}
