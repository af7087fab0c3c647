# __future__: what programs may ask for is how the language is here. Annotations are never evaluated.

annotations = division = print_function = absolute_import = unicode_literals = generator_stop = nested_scopes = None
generators = with_statement = None
