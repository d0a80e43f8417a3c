"""How every figure of the course looks: colours, fonts, one way to save.

The colours are Okabe and Ito's, told apart by colour-blind readers too; never let colour alone carry a meaning.
A figure with words is drawn once per language: ``for lang in LANGUAGES: …; save(figure, "02_singleton/race", lang)``.
"""

import io
from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")
from matplotlib import font_manager
from matplotlib import pyplot as plt
from matplotlib.figure import Figure
from PIL import Image

LANGUAGES = ("zh", "en")
BLACK, ORANGE, SKY, GREEN, YELLOW, BLUE, RED, PINK = (
    "#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7",
)  # fmt: skip
INK, PALE = "#333333", "#F4F4F4"

_CJK = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei")
_HERE = Path(__file__).parent


def new_figure(lang: str, width: float = 7.5, height: float = 3.5) -> Figure:
    """An empty white figure of ``width`` × ``height`` inches with a font that has the language's letters.

    Raises SystemExit, naming the fonts that would do, where Chinese cannot be drawn.
    """
    fonts = ["DejaVu Sans"]
    if lang == "zh":
        known = {font.name for font in font_manager.fontManager.ttflist}
        chinese = [name for name in _CJK if name in known]
        if not chinese:
            raise SystemExit(f"no Chinese font found; install one of: {', '.join(_CJK)}")
        fonts = [chinese[0], *fonts]
    mpl.rcParams.update(
        {
            "font.family": fonts,
            "font.size": 11,
            "text.color": INK,
            "axes.labelcolor": INK,
            "axes.edgecolor": INK,
            "xtick.color": INK,
            "ytick.color": INK,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.unicode_minus": False,
            "figure.facecolor": "white",
            "svg.hashsalt": "course",
        }
    )
    return plt.figure(figsize=(width, height))


def save(figure: Figure, name: str, lang: str | None = None) -> Path:
    """Write ``assets/<name>[.<lang>].png``, 64 colours, 144 dots per inch, and close the figure; its path comes back."""
    path = _HERE / (f"{name}.{lang}.png" if lang else f"{name}.png")
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = io.BytesIO()
    figure.savefig(picture, dpi=144, bbox_inches="tight", pad_inches=0.1, metadata={"Software": None})
    plt.close(figure)
    with Image.open(picture) as image:
        image.convert("RGB").quantize(64).save(path, optimize=True)
    return path
