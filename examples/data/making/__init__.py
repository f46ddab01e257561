"""What make.py is made of: the parts of the example dossiers. Every person, company, code and document in them is made up."""
