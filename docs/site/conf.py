"""The site's settings for Sphinx; the language comes from make.py."""

import sys
from pathlib import Path

import eken

sys.path.insert(0, str(Path(__file__).resolve().parent))

project = "eken"
author = "eken"
release = version = eken.__version__
language = "zh_CN"

extensions = ["myst_parser", "sphinx.ext.autodoc", "lines", "search"]
myst_enable_extensions = ["colon_fence", "attrs_inline", "deflist"]
myst_heading_anchors = 4
# the docs begin with a mark that they are generated; some reference pages go from a title to tables of the third level
suppress_warnings = ["myst.header"]
# an apostrophe that is bent takes the width of a Chinese sign in a Chinese face
smartquotes = False
source_suffix = {".md": "markdown"}
root_doc = "index"

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_default_options = {"members": True, "undoc-members": False}
python_use_unqualified_type_names = True
add_module_names = False
# the members of a class stand in its own text; every page would carry them in its navigation
toc_object_entries = False

html_theme = "furo"
html_title = "eken"
html_static_path = ["theme/static"]
templates_path = ["theme/templates"]
html_css_files = ["site.css"]
html_search_language = "pairs"
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
html_use_index = True
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "languages.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
_FACES = '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif'
_EVEN = 'ui-monospace, "SFMono-Regular", Consolas, "Sarasa Mono SC", "Noto Sans Mono CJK SC", "DejaVu Sans Mono", monospace'
html_theme_options = {
    "light_css_variables": {
        "font-stack": _FACES,
        "font-stack--monospace": _EVEN,
        "color-brand-primary": "#1f6f4a",
        "color-brand-content": "#1b6343",
    },
    "dark_css_variables": {"color-brand-primary": "#5cc596", "color-brand-content": "#6fd0a4"},
}
