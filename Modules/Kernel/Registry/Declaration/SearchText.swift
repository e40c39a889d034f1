import Persian

func searchText(_ text: String) -> String { PersianText.searchKey(text) }
