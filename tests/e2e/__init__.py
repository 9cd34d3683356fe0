"""Stories of a person with a real browser, a real webmail and real mail servers."""
